import { useId, type ReactNode } from 'react';
import { Button } from '@/components/ui/button';
import { Card, CardContent, CardHeader } from '@/components/ui/card';
import { Select, SelectContent, SelectItem, SelectTrigger, SelectValue } from '@/components/ui/select';
import { Switch } from '@/components/ui/switch';
import { m } from '@/i18n/messages';
import { useCommandStore } from '@/store/commandStore';
import { useUiStore, type Contrast, type Motion, type Theme } from '@/store/uiStore';

const s = m.settings.appearance;
const themes = ['system', 'light', 'dark'] as const;
const motions = ['system', 'standard', 'reduced'] as const;
const contrasts = ['system', 'standard', 'more'] as const;

/** How the product looks and listens in this browser. */
export function AppearanceSettings() {
  const ui = useUiStore();
  const showHelp = useCommandStore((commands) => commands.showHelp);
  const letters = useId();
  return (
    <Card>
      <CardHeader title={s.title} description={s.text} />
      <CardContent className="grid gap-4">
        <Choice
          label={s.theme}
          value={ui.theme}
          choices={themes}
          words={m.theme}
          onChange={(theme: Theme) => ui.setTheme(theme)}
        />
        <Choice
          label={s.contrast}
          value={ui.contrast}
          choices={contrasts}
          words={s.contrasts}
          onChange={(contrast: Contrast) => ui.setContrast(contrast)}
        />
        <Choice
          label={s.motion}
          value={ui.motion}
          choices={motions}
          words={s.motions}
          onChange={(motion: Motion) => ui.setMotion(motion)}
        />
        <Line
          label={
            <label htmlFor={letters}>
              <span className="block font-medium">{s.letters}</span>
              <span className="block text-muted-foreground">{s.lettersText}</span>
            </label>
          }
        >
          <Switch id={letters} checked={ui.letterKeys} onCheckedChange={ui.setLetterKeys} />
        </Line>
        <Button variant="outline" className="justify-self-start" onClick={() => showHelp(true)}>
          {s.showKeys}
        </Button>
      </CardContent>
    </Card>
  );
}

interface ChoiceProps<T extends string> {
  label: string;
  value: T;
  choices: readonly T[];
  words: Readonly<Record<T, string>>;
  onChange: (choice: T) => void;
}

function Choice<T extends string>({ label, value, choices, words, onChange }: ChoiceProps<T>) {
  return (
    <Line label={<span className="font-medium">{label}</span>}>
      <Select value={value} onValueChange={(choice) => onChange(choice as T)}>
        <SelectTrigger aria-label={label} className="w-48">
          <SelectValue />
        </SelectTrigger>
        <SelectContent>
          {choices.map((choice) => (
            <SelectItem key={choice} value={choice}>
              {words[choice]}
            </SelectItem>
          ))}
        </SelectContent>
      </Select>
    </Line>
  );
}

function Line({ label, children }: { label: ReactNode; children: ReactNode }) {
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1.5 text-sm">
      {label}
      {children}
    </div>
  );
}
