import { useEffect, useState } from 'react';
import { useSearchParams } from 'react-router';
import { examples } from '@/features/review/examples';
import { NewReview } from '@/features/review/NewReview';
import { useBreadcrumb } from '@/hooks/useBreadcrumb';
import { usePageTitle } from '@/hooks/usePageTitle';
import { m } from '@/i18n/messages';
import { emptyDraft, replaceDraft } from '@/services/draft';

export default function CodeReview() {
  usePageTitle(m.submit.title);
  useBreadcrumb({ label: m.nav.newReview });
  const [search, setSearch] = useSearchParams();
  const [opened] = useState(() => openExample(search.get('example')));
  useEffect(() => {
    // Or a reload would undo the person's changes to the example.
    if (opened) setSearch({}, { replace: true });
  }, [opened, setSearch]);
  return <NewReview />;
}

/** Puts the example that the address names into the editor. */
function openExample(id: string | null): boolean {
  const example = examples.find((candidate) => candidate.id === id);
  if (!example) return false;
  replaceDraft({ ...emptyDraft, files: [{ path: example.path, content: example.code, language: null }] });
  return true;
}
