import { Component, type ReactNode } from 'react';
import { MESSAGES } from '../i18n/context.tsx';

/** Shows a way out when a screen crashes; without it the page would go blank. */
export class ErrorBoundary extends Component<{ children: ReactNode }, { crashed: boolean }> {
  override state = { crashed: false };

  static getDerivedStateFromError(): { crashed: boolean } {
    return { crashed: true };
  }

  override render(): ReactNode {
    if (!this.state.crashed) return this.props.children;
    const m = document.documentElement.lang === 'ru' ? MESSAGES.ru : MESSAGES.en;
    return (
      <main className="page">
        <div className="notice" role="alert">
          <h1>{m.app.crashed}</h1>
          <button type="button" className="button" onClick={() => location.reload()}>
            {m.app.reload}
          </button>
        </div>
      </main>
    );
  }
}
