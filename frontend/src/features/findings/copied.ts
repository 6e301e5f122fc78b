import { m } from '@/i18n/messages';
import { toast } from '@/store/toastStore';

/** Puts a text on the clipboard and says so. */
export function copied(text: string): void {
  navigator.clipboard.writeText(text).then(
    () => toast({ kind: 'done', text: m.results.exports.copied }),
    () => toast({ kind: 'failed', text: m.results.exports.refused }),
  );
}
