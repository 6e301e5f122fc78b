import { Play } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { m } from '@/i18n/messages';
import { languageLabel } from '@/utils/languages';
import { examples, type Example } from './examples';

interface ExamplesProps {
  onOpen: (example: Example) => void;
  onRun: (example: Example) => void;
}

/** What an empty editor offers: code to start from, each reviewed in one click. */
export function Examples({ onOpen, onRun }: ExamplesProps) {
  return (
    <section aria-label={m.examples.title} className="rounded-lg border bg-card">
      <div className="px-4 py-3">
        <h2 className="text-sm font-semibold">{m.examples.title}</h2>
        <p className="text-sm text-muted-foreground">{m.examples.text}</p>
      </div>
      <ul className="divide-y border-t">
        {examples.map((example) => {
          const { title, text } = m.examples.items[example.id];
          return (
            <li key={example.id} className="flex items-center gap-3 px-4 py-2">
              <div className="min-w-0 flex-1 text-sm">
                <span className="font-medium">{title}</span>{' '}
                <span className="text-xs text-muted-foreground">{languageLabel(example.language)}</span>
                <p className="text-xs text-muted-foreground max-sm:hidden">{text}</p>
              </div>
              <Button
                variant="ghost"
                size="sm"
                aria-label={m.examples.openLabel(title)}
                onClick={() => onOpen(example)}
              >
                {m.examples.open}
              </Button>
              <Button
                variant="outline"
                size="sm"
                aria-label={m.examples.runLabel(title)}
                onClick={() => onRun(example)}
              >
                <Play aria-hidden />
                {m.examples.run}
              </Button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
