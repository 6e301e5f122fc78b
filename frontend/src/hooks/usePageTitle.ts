import { useEffect } from 'react';
import { m } from '@/i18n/messages';

/** The tab's title: what the page shows, then the product. */
export function usePageTitle(title: string | null): void {
  useEffect(() => {
    document.title = title ? `${title} · ${m.product}` : m.product;
  }, [title]);
}
