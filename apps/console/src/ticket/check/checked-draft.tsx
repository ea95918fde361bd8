import type { DraftCheck } from '@draftsmith/contracts';
import { type RefObject, useCallback, useEffect, useState } from 'react';
import { keyPressOf } from '../../tickets/key-press.ts';
import { CheckBar } from './check-bar.tsx';
import { CheckedText } from './checked-text.tsx';
import { Legend } from './legend.tsx';
import { nextToCheck, toCheck } from './standing.ts';
import { useOpenSentence } from './use-open-sentence.ts';

interface CheckedDraftProps {
  text: string;
  check: DraftCheck;
  language: string | null;
  /** The element with the draft's words alone, for copying by hand. */
  body: RefObject<HTMLDivElement | null>;
}

/** A draft sentence by sentence against its sources: what is supported, by what, and what needs a look before sending. */
export function CheckedDraft({ text, check, language, body }: CheckedDraftProps) {
  const card = useOpenSentence();
  // Where the reader is in the text; stays when the focus goes to the button that leads on.
  const [stop, setStop] = useState<number | null>(null);
  const goToNext = useCallback(() => {
    const next = nextToCheck(toCheck(check), stop);
    const statement = body.current?.querySelector<HTMLElement>(`[data-statement="${next}"]`);
    statement?.scrollIntoView({ block: 'center' });
    statement?.focus({ preventScroll: true });
  }, [check, body, stop]);
  useNextKey(goToNext);
  return (
    <>
      <CheckBar check={check} open={toCheck(check).length} onNext={goToNext} />
      <CheckedText text={text} check={check} language={language} body={body} card={card} stop={stop} onStop={setStop} />
      <Legend check={check} />
    </>
  );
}

/** N, on the Russian layout the letter on the same key, from anywhere on the page. */
function useNextKey(run: () => void): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const press = keyPressOf(event);
      if (!press || press.modified || press.typing || !['n', 'т'].includes(press.key.toLowerCase())) return;
      event.preventDefault();
      run();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [run]);
}
