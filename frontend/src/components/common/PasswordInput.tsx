import { Eye, EyeOff } from 'lucide-react';
import { useState, type ComponentProps } from 'react';
import { Input } from '@/components/ui/input';
import { m } from '@/i18n/messages';

/** A password field that can show what was typed; pasting and password managers work. */
export function PasswordInput(props: ComponentProps<'input'>) {
  const [shown, setShown] = useState(false);
  const Icon = shown ? EyeOff : Eye;
  return (
    <div className="relative">
      <Input
        {...props}
        type={shown ? 'text' : 'password'}
        autoCapitalize="off"
        spellCheck={false}
        className="pe-10"
      />
      <button
        type="button"
        aria-label={shown ? m.auth.hidePassword : m.auth.showPassword}
        className="absolute inset-y-0 end-0 grid w-10 place-items-center rounded-md text-muted-foreground -outline-offset-2 hover:text-foreground"
        onClick={() => setShown(!shown)}
      >
        <Icon aria-hidden className="size-4" />
      </button>
    </div>
  );
}
