import { ArrowRight, Gavel, ReceiptText, ScanSearch } from 'lucide-react';
import { Link } from 'react-router';
import { PublicFrame } from '@/components/layout/PublicFrame';
import { buttonVariants } from '@/components/ui/button';
import { examples } from '@/features/review/examples';
import { usePageTitle } from '@/hooks/usePageTitle';
import { m } from '@/i18n/messages';
import { hasSession } from '@/services/session';
import { languageLabel } from '@/utils/languages';

const pointIcons = [ScanSearch, Gavel, ReceiptText];

export default function Home() {
  usePageTitle(null);
  const signedIn = hasSession();
  const secondary = signedIn
    ? { to: '/history', label: m.home.history }
    : { to: '/login', label: m.home.signIn };
  return (
    <PublicFrame
      actions={
        <Link to={secondary.to} className={buttonVariants({ variant: 'ghost' })}>
          {secondary.label}
        </Link>
      }
    >
      <div className="mx-auto w-full max-w-6xl px-4 md:px-6">
        <section className="max-w-2xl py-12 md:py-20">
          <h1 className="text-2xl font-semibold tracking-tight md:text-[2.5rem] md:leading-12">
            {m.home.title}
          </h1>
          <p className="mt-4 text-lg text-muted-foreground">{m.home.lead}</p>
          <div className="mt-8 flex flex-wrap gap-3">
            <Link to="/reviews/new" className={buttonVariants({ size: 'lg' })}>
              {m.home.start}
              <ArrowRight aria-hidden />
            </Link>
            {!signedIn && (
              <Link to="/register" className={buttonVariants({ size: 'lg', variant: 'outline' })}>
                {m.home.register}
              </Link>
            )}
          </div>
        </section>

        <ul aria-label={m.home.pointsLabel} className="grid gap-x-10 gap-y-8 border-t py-10 md:grid-cols-3">
          {m.home.points.map(({ title, text }, index) => {
            const Icon = pointIcons[index] ?? ScanSearch;
            return (
              <li key={title}>
                <Icon aria-hidden className="size-5 text-link" />
                <h2 className="mt-3 text-base font-semibold">{title}</h2>
                <p className="mt-1 text-muted-foreground">{text}</p>
              </li>
            );
          })}
        </ul>

        <section className="border-t py-10">
          <h2 className="text-lg font-semibold">{m.home.exampleTitle}</h2>
          <p className="text-muted-foreground">{m.home.exampleText}</p>
          <ul className="mt-5 grid grid-cols-[minmax(0,1fr)] gap-4 md:grid-cols-3">
            {examples.map((example) => (
              <li key={example.id}>
                <Link
                  to={`/reviews/new?example=${example.id}`}
                  className="block overflow-hidden rounded-lg border bg-card transition-colors duration-150 hover:border-border-strong"
                >
                  <span className="block px-4 pt-3 pb-2">
                    <span className="flex items-baseline justify-between gap-2">
                      <span className="font-medium">{m.examples.items[example.id].title}</span>
                      <span className="text-xs text-muted-foreground">{languageLabel(example.language)}</span>
                    </span>
                    <span className="mt-0.5 block text-sm text-muted-foreground">
                      {m.examples.items[example.id].text}
                    </span>
                  </span>
                  <pre
                    aria-hidden
                    className="h-32 overflow-hidden border-t bg-code px-4 py-3 text-xs text-muted-foreground"
                  >
                    {example.code}
                  </pre>
                </Link>
              </li>
            ))}
          </ul>
        </section>
      </div>
    </PublicFrame>
  );
}
