import { weaknesses } from '@/i18n/en/weaknesses';
import { localized } from '@/i18n/locale';
import { m } from '@/i18n/messages';
import type { Issue } from '@/types/review';

/** Apart from the other texts: only this page needs them. */
const known = localized(weaknesses);

/** The weakness's name, where it is known. */
export function weaknessName(id: string): string | null {
  return known[id]?.name ?? null;
}

/** What can come of it: what its first weakness leads to (the others say nearly the same), else what problems of its kind do. */
export function whyItMatters({ cwe, category }: Issue): string {
  const named = cwe.find((id) => known[id]);
  return (named && known[named]?.harm) ?? m.results.whyOf[category];
}

/** Confidence, 0 to 1, as a word. */
export function confidenceWord(confidence: number): string {
  const words = m.results.confidenceWords;
  if (confidence >= 0.9) return words.certain;
  if (confidence >= 0.7) return words.likely;
  return confidence >= 0.4 ? words.possible : words.guess;
}
