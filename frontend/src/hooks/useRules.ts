import { useQuery } from '@tanstack/react-query';
import { getRule, listRules } from '@/services/api';
import type { RuleSummary } from '@/types/review';
import { severities } from '@/utils/severity';

const rulesKey = ['rules'];
/** As long as the server lets its answer be kept. */
const freshMs = 60 * 60_000;
const mostOnPage = 1000;

/** Every rule, the worst first: they are some 1,600, and narrowing them by hand must not wait for the network. */
export function useRules() {
  return useQuery({ queryKey: rulesKey, queryFn: ({ signal }) => allRules(signal), staleTime: freshMs });
}

async function allRules(signal: AbortSignal): Promise<readonly RuleSummary[]> {
  const rules: RuleSummary[] = [];
  let cursor: string | undefined;
  do {
    const { data } = await listRules({ query: { limit: mostOnPage, cursor }, signal });
    rules.push(...data.items);
    cursor = data.next_cursor ?? undefined;
  } while (cursor);
  return rules.sort((a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity));
}

/** One rule with its reasons and examples. */
export function useRule(language: string, name: string) {
  return useQuery({
    queryKey: [...rulesKey, language, name],
    queryFn: async ({ signal }) => (await getRule({ path: { language, name }, signal })).data,
    staleTime: freshMs,
  });
}

/** Where a rule is explained; ids of embedded analysers have a colon where ours have a slash. Null for what is no rule's id. */
export function addressOfRule(id: string): string | null {
  return /^\w+[/:][\w-]+$/.test(id) ? `/rules/${id.replace(':', '/')}` : null;
}
