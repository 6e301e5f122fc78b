import { Component, type ReactNode } from 'react';
import { crash } from '@/i18n/en/crash';
import { localized } from '@/i18n/locale';

const words = localized(crash);

interface Props {
  children: ReactNode;
  /** The frame around the page still stands, and is its landmark. */
  within?: boolean;
}

interface State {
  readonly crashed: boolean;
}

/** Shows a way out instead of an empty page when rendering or loading a part of the page failed. */
export class ErrorBoundary extends Component<Props, State> {
  override state: State = { crashed: false };

  static getDerivedStateFromError(): State {
    return { crashed: true };
  }

  override render(): ReactNode {
    if (!this.state.crashed) return this.props.children;
    const Landmark = this.props.within ? 'section' : 'main';
    return (
      <Landmark className="grid min-h-[80dvh] place-content-center justify-items-center gap-3 p-6 text-center">
        <h1 className="text-xl font-semibold">{words.title}</h1>
        <p className="text-muted-foreground">{words.text}</p>
        <button
          type="button"
          className="h-9 rounded-md bg-primary px-4 font-medium text-primary-foreground"
          onClick={() => location.reload()}
        >
          {words.reload}
        </button>
      </Landmark>
    );
  }
}
