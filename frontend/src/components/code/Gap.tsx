import { m } from '@/i18n/messages';

/** Stands for lines that do not change. */
export function Gap({ lines }: { lines: number }) {
  return <div className="diff-gap px-3 font-sans text-muted-foreground">{m.code.unchanged(lines)}</div>;
}
