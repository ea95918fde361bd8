import { useRef } from 'react';
import { useI18n } from '../i18n/context.tsx';
import { CopyButton } from '../shell/copy-button.tsx';

/** A line of text that is needed elsewhere exactly as it is. */
export function CopyLine({ text }: { text: string }) {
  const { m } = useI18n();
  const line = useRef<HTMLElement>(null);
  return (
    <span className="copy-line">
      <code ref={line}>{text}</code>
      <CopyButton text={text} body={line} label={m.connections.copy} />
    </span>
  );
}
