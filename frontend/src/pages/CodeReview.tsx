import { useEffect, useState } from 'react';
import { useSearchParams } from 'react-router';
import { examples } from '@/features/review/examples';
import { NewReview } from '@/features/review/NewReview';
import { useBreadcrumb } from '@/hooks/useBreadcrumb';
import { usePageTitle } from '@/hooks/usePageTitle';
import { m } from '@/i18n/messages';
import { draftOfExample, loadDraft, replaceDraft, saveDraft } from '@/services/draft';
import { isReview } from '@/utils/workflows';

export default function CodeReview() {
  usePageTitle(m.submit.title);
  useBreadcrumb({ label: m.nav.newReview });
  const [search, setSearch] = useSearchParams();
  const [opened] = useState(
    () => openExample(search.get('example')) || choose(search.get('workflow'), search.get('project')),
  );
  useEffect(() => {
    // Or a reload would undo the person's changes.
    if (opened) setSearch({}, { replace: true });
  }, [opened, setSearch]);
  return <NewReview />;
}

/** Keeps the draft, to be reviewed by the workflow and for the project that the address names. */
function choose(workflow: string | null, project: string | null): boolean {
  const chosen = { ...(workflow && isReview(workflow) && { workflow }), ...(project && { project }) };
  if (Object.keys(chosen).length === 0) return false;
  saveDraft({ ...loadDraft(), ...chosen });
  return true;
}

/** Puts the example that the address names into the editor. */
function openExample(id: string | null): boolean {
  const example = examples.find((candidate) => candidate.id === id);
  if (!example) return false;
  replaceDraft(draftOfExample(example, loadDraft()));
  return true;
}
