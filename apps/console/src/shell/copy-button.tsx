import { type RefObject, useState } from 'react';
import { useI18n } from '../i18n/context.tsx';
import { Icon } from './icon.tsx';

type Copied = 'not-yet' | 'copied' | 'by-hand';

interface CopyProps {
  text: string;
  /** Where the text can be seen: it is selected where there is no clipboard. */
  body: RefObject<HTMLElement | null>;
  label: string;
}

export function CopyButton({ text, body, label }: CopyProps) {
  const { m } = useI18n();
  const [state, setState] = useState<Copied>('not-yet');
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setState('copied');
    } catch {
      // No clipboard over plain HTTP from another machine: the text is selected, the keyboard does the rest.
      if (body.current) getSelection()?.selectAllChildren(body.current);
      setState('by-hand');
    }
  };
  const labels: Record<Copied, string> = {
    'not-yet': label,
    copied: m.ticket.copied,
    'by-hand': m.ticket.copyByHand,
  };
  return (
    <button type="button" className="button copy-button" onClick={copy} onBlur={() => setState('not-yet')}>
      <Icon name={state === 'copied' ? 'drafted' : 'copy'} />
      <span role="status">{labels[state]}</span>
    </button>
  );
}
