import { Component, type ReactNode } from 'react';
import { m } from '@/i18n/messages';

interface State {
  readonly crashed: boolean;
}

/** Shows a way out instead of an empty page when rendering or loading a part of the page failed. */
export class ErrorBoundary extends Component<{ children: ReactNode }, State> {
  override state: State = { crashed: false };

  static getDerivedStateFromError(): State {
    return { crashed: true };
  }

  override render(): ReactNode {
    if (!this.state.crashed) return this.props.children;
    return (
      <main className="grid min-h-dvh place-content-center justify-items-center gap-3 p-6 text-center">
        <h1 className="text-xl font-semibold">{m.errors.crashed}</h1>
        <p className="text-muted-foreground">{m.errors.crashedText}</p>
        <button
          type="button"
          className="h-9 rounded-md bg-primary px-4 font-medium text-primary-foreground"
          onClick={() => location.reload()}
        >
          {m.errors.reload}
        </button>
      </main>
    );
  }
}
