import type { AssistDraft } from '@draftsmith/contracts';
import { useEffect, useRef, useState } from 'react';
import { type AppPorts, useApp, useSession, useWords } from '../app/context.ts';
import { insertDraft } from '../insert/insert-draft.ts';
import type { Answer, Question } from '../insert/next-step.ts';
import type { Written } from '../zaf/composer.ts';
import { restsOnInternal } from './standing.ts';

/** What is said below the buttons after something was done. */
export interface Told {
  type: 'success' | 'warning' | 'error';
  text: string;
  /** What can be taken back. */
  written?: Written;
}

export interface Insertion {
  busy: boolean;
  asked: { question: Question; forCopy: boolean; answer: (answer: Answer) => void } | null;
  told: Told | null;
  insert(): void;
  copy(): void;
  undo(written: Written): void;
}

/** Brings a draft into the composer or the clipboard, with the questions that this raises. */
export function useInsertion(draft: AssistDraft | null): Insertion {
  const app = useApp();
  const m = useWords();
  const revision = useSession().view?.revision ?? null;
  const [busy, setBusy] = useState(false);
  const [asked, setAsked] = useState<Insertion['asked']>(null);
  const [told, setTold] = useState<Told | null>(null);
  // A second press of the same key must not start a second insertion before React has drawn the first.
  const underWay = useRef(false);
  // What was sent is not to be read through any more, and cannot be taken out again.
  const { composer } = app;
  useEffect(() => composer.onSent(() => setTold(null)), [composer]);

  const ask = (question: Question, forCopy: boolean) =>
    new Promise<Answer>((answer) => {
      setAsked({
        question,
        forCopy,
        answer: (given) => {
          setAsked(null);
          answer(given);
        },
      });
    });
  const tell = (next: Told | null) => {
    setTold(next);
    if (next) app.announce(next.text);
  };
  const once = (work: () => Promise<void>) => () => {
    if (underWay.current) return;
    underWay.current = true;
    setBusy(true);
    setTold(null);
    work().finally(() => {
      underWay.current = false;
      setBusy(false);
    });
  };

  const insert = once(async () => {
    if (!draft) return;
    const ports = insertionPorts(app, draft, revision, (question) => ask(question, false));
    const wanted = { text: draft.text, internal: restsOnInternal(draft) };
    try {
      const result = await insertDraft(wanted, app.ticketId, ports);
      if (result.kind === 'inserted') tell({ type: 'success', text: m.inserted, written: result.written });
      if (result.kind === 'refused')
        tell({ type: 'warning', text: result.why === 'closed' ? m.closed : m.otherTicket });
    } catch {
      tell({ type: 'error', text: m.insertFailed });
    }
    // Whatever was found out while asking is true of the whole screen.
    app.session.look();
  });

  const copy = once(async () => {
    if (!draft) return;
    if (restsOnInternal(draft) && (await ask('internal', true)) !== 'go-on') return;
    await app.copy(draft.text).then(
      () => tell({ type: 'success', text: m.copied }),
      () => tell({ type: 'error', text: m.copyFailed }),
    );
  });

  const undo = (written: Written) =>
    once(async () => {
      const back = await app.composer.takeBack(written).catch(() => false);
      tell(back ? { type: 'success', text: m.undone } : { type: 'warning', text: m.undoLate });
    })();

  return { busy, asked, told, insert, copy, undo };
}

function insertionPorts(
  { api, composer, openTicketId }: AppPorts,
  { id, version }: AssistDraft,
  revision: string | null,
  ask: (question: Question) => Promise<Answer>,
) {
  return {
    composer,
    ask,
    ticketId: openTicketId,
    verdict: () => api.checkInsertion({ id, version }, revision).catch(() => 'unchecked' as const),
  };
}
