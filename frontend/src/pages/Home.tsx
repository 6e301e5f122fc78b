import { ArrowRight, Gavel, ReceiptText, ScanSearch } from 'lucide-react';
import { lazy, Suspense } from 'react';
import { Link } from 'react-router';
import { Snippet } from '@/components/code/Snippet';
import { PublicFrame } from '@/components/layout/PublicFrame';
import { buttonVariants } from '@/components/ui/button';
import { Skeleton } from '@/components/ui/skeleton';
import { examples } from '@/features/review/examples';
import { usePageTitle } from '@/hooks/usePageTitle';
import { m } from '@/i18n/messages';
import { hasSession } from '@/services/session';
import { languageLabel } from '@/utils/languages';

const ExampleResults = lazy(() => import('@/features/findings/ExampleResults'));

export default function Home() {
  usePageTitle(null);
  const signedIn = hasSession();
  return (
    <PublicFrame actions={<Ways signedIn={signedIn} />}>
      <div className="mx-auto w-full max-w-7xl px-4 pb-16 md:px-6">
        <section className="max-w-3xl pt-10 pb-8 md:pt-16 md:pb-10">
          <h1 className="text-2xl font-semibold tracking-tight md:text-[2.75rem] md:leading-13">
            {m.home.title}
          </h1>
          <p className="mt-4 text-lg text-pretty text-muted-foreground">{m.home.lead}</p>
          <div className="mt-6 flex flex-wrap gap-3">
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

        <Suspense fallback={<Skeleton className="h-280 lg:h-140" />}>
          <ExampleResults />
        </Suspense>
        <p className="mt-2 text-xs text-muted-foreground">{m.home.example.origin}</p>

        <Points />
        <Tries />
      </div>
    </PublicFrame>
  );
}

/** To where somebody belongs who is here already, or to the way in. */
function Ways({ signedIn }: { signedIn: boolean }) {
  return signedIn ? (
    <Link to="/dashboard" className={buttonVariants({ variant: 'ghost' })}>
      {m.home.dashboard}
    </Link>
  ) : (
    <Link to="/login" className={buttonVariants({ variant: 'ghost' })}>
      {m.home.signIn}
    </Link>
  );
}

const pointIcons = [ScanSearch, Gavel, ReceiptText];

function Points() {
  return (
    <ul aria-label={m.home.pointsLabel} className="mt-10 grid gap-x-10 gap-y-8 border-t pt-10 md:grid-cols-3">
      {m.home.points.map(({ title, text }, index) => {
        const Icon = pointIcons[index] ?? ScanSearch;
        return (
          <li key={title}>
            <Icon aria-hidden className="size-5 text-link" />
            <h2 className="mt-3 text-base font-semibold">{title}</h2>
            <p className="mt-1 text-pretty text-muted-foreground">{text}</p>
          </li>
        );
      })}
    </ul>
  );
}

/** Code to begin with: a click opens it in the editor. */
function Tries() {
  return (
    <section className="mt-10 border-t pt-10">
      <h2 className="text-lg font-semibold">{m.home.exampleTitle}</h2>
      <p className="text-muted-foreground">{m.home.exampleText}</p>
      <ul className="mt-5 grid grid-cols-[minmax(0,1fr)] gap-4 md:grid-cols-3">
        {examples.map(({ id, language, code }) => (
          <li
            key={id}
            className="relative overflow-hidden rounded-lg border bg-card hover:border-border-strong"
          >
            <div className="px-4 pt-3 pb-2">
              <div className="flex items-baseline justify-between gap-2">
                <Link to={`/reviews/new?example=${id}`} className="font-medium after:absolute after:inset-0">
                  {m.examples.items[id].title}
                </Link>
                <span className="text-xs text-muted-foreground">{languageLabel(language)}</span>
              </div>
              <p className="mt-0.5 text-sm text-muted-foreground">{m.examples.items[id].text}</p>
            </div>
            <Snippet
              code={code.split('\n').slice(0, 9).join('\n')}
              language={language}
              className="overflow-hidden rounded-none border-x-0 border-b-0"
            />
          </li>
        ))}
      </ul>
    </section>
  );
}
