import { Component, type ReactNode } from 'react';
import type { Messages } from '../i18n/en.ts';
import { Notice } from '../ui/notice.tsx';

/** A fault of ours must not leave an empty frame beside the ticket. */
export class Crash extends Component<{ words: Messages; children: ReactNode }, { crashed: boolean }> {
  override state = { crashed: false };
  static getDerivedStateFromError() {
    return { crashed: true };
  }
  override render() {
    const { words, children } = this.props;
    if (!this.state.crashed) return children;
    return (
      <Notice type="error" role="alert" title={words.troubles.declined.title} text={words.troubles.declined.text} />
    );
  }
}
