import type { ConversationTurn, DraftDetail, Role } from '@draftsmith/contracts';
import { useState } from 'react';
import { useI18n } from '../i18n/context.tsx';
import { Icon } from '../shell/icon.tsx';
import { DraftNote } from './draft-note.tsx';
import { GoneCard } from './gone-card.tsx';
import { OutcomeCard } from './outcome-card.tsx';
import { placeDraft } from './place-draft.ts';
import { PrivacyLine } from './privacy-line.tsx';

/** Messages that stay open at once; what came before them waits behind a button. */
const RECENT = 5;

/** The ticket as an agent reads it in the source system, with this draft (or why there is none) in its place. */
export function Conversation(props: { detail: DraftDetail; role: Role; onRetried: () => void }) {
  const { m } = useI18n();
  const { conversation, text } = props.detail;
  const turns = conversation.kind === 'loaded' ? conversation.turns : [];
  const { before, after } = placeDraft(turns, text);
  return (
    <section className="conversation" aria-label={m.ticket.conversation}>
      {conversation.kind === 'unavailable' && (
        <div className="notice notice-small" role="status">
          <p>
            <strong>{m.ticket.conversationUnavailable}</strong>
          </p>
          <p lang="en">{conversation.message}</p>
        </div>
      )}
      <Bubbles turns={before} />
      {text !== null && <DraftNote detail={props.detail} text={text} />}
      <GoneCard detail={props.detail} />
      <OutcomeCard detail={props.detail} role={props.role} onRetried={props.onRetried} />
      {/* Something may have been sent where nothing is shown for it. */}
      {text === null && props.detail.receipts.length > 0 && <PrivacyLine detail={props.detail} />}
      <Bubbles turns={after} />
    </section>
  );
}

function Bubbles({ turns }: { turns: readonly ConversationTurn[] }) {
  const { m } = useI18n();
  const [all, setAll] = useState(false);
  const hidden = all || turns.length <= RECENT + 1 ? 0 : turns.length - RECENT;
  if (turns.length === 0) return null;
  return (
    <>
      {hidden > 0 && (
        <button type="button" className="quiet-button earlier" onClick={() => setAll(true)}>
          {m.ticket.earlier(hidden)}
        </button>
      )}
      <ol className="bubbles">
        {turns.slice(hidden).map((turn, index) => (
          <Bubble key={`${turn.at}-${index}`} turn={turn} />
        ))}
      </ol>
    </>
  );
}

function Bubble({ turn }: { turn: ConversationTurn }) {
  const { m, f } = useI18n();
  const roles: Record<ConversationTurn['role'], string> = {
    customer: m.ticket.customer,
    agent: m.ticket.agent,
    'internal-note': m.ticket.internalNote,
    draft: m.ticket.previousDraft,
  };
  const internal = turn.role === 'internal-note' || turn.role === 'draft';
  return (
    <li className={`bubble bubble-${turn.role}`}>
      <div className="bubble-head">
        {internal && <Icon name="lock" size={13} />}
        {turn.authorName && turn.role !== 'draft' && <strong>{turn.authorName}</strong>}
        <span className="bubble-role">{roles[turn.role]}</span>
        <time dateTime={turn.at}>{f.dateTime(turn.at)}</time>
      </div>
      <div className="prose" dir="auto">
        {turn.text}
      </div>
    </li>
  );
}
