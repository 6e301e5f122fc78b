import { m } from '@/i18n/messages';
import type { ReviewResults } from '@/types/review';

const r = m.results.receipt;

/** `1 of 2 files reviewed, 1 skipped, 10 lines, 1 secret masked, deterministic analysis, in 3.5 s`. */
export function receiptLine({ coverage, analysis_mode, duration_seconds }: ReviewResults): string {
  const { files, secrets_masked, findings_dropped, suppressed = [] } = coverage;
  const count = (status: string): number => files.filter((file) => file.status === status).length;
  const partial = count('partial');
  const skipped = count('skipped');
  return [
    r.reviewed(count('reviewed'), files.length),
    ...(partial > 0 ? [r.partial(partial)] : []),
    ...(skipped > 0 ? [r.skipped(skipped)] : []),
    r.lines(files.reduce((sum, { lines }) => sum + lines, 0)),
    r.secrets(secrets_masked),
    ...(findings_dropped > 0 ? [r.dropped(findings_dropped)] : []),
    ...(suppressed.length > 0 ? [r.suppressed(suppressed.length)] : []),
    m.results.mode[analysis_mode],
    m.results.duration(duration_seconds),
  ].join(' · ');
}
