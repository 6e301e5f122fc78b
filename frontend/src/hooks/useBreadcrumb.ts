import { useEffect } from 'react';
import { usePageStore, type Crumb } from '@/store/pageStore';

/** Where this page is, from the outermost; the last one is the page itself. */
export function useBreadcrumb(...crumbs: readonly Crumb[]): void {
  const setCrumbs = usePageStore((page) => page.setCrumbs);
  const key = JSON.stringify(crumbs);
  useEffect(() => {
    setCrumbs(JSON.parse(key) as Crumb[]);
  }, [key, setCrumbs]);
}
