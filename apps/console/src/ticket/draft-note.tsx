import type { Citation, DraftDetail } from '@draftsmith/contracts';
import { useRef, useState } from 'react';
import { useI18n } from '../i18n/context.tsx';
import { Icon } from '../shell/icon.tsx';

/** The draft as the internal note it became: the reply, what it rests on, and who wrote it. */
export function DraftNote({ detail, text }: { detail: DraftDetail; text: string }) {
  const { m } = useI18n();
  const body = useRef<HTMLDivElement>(null);
  return (
    <section className="draft-note" aria-labelledby="draft-title">
      <div className="draft-head">
        <h3 id="draft-title">
          <Icon name="lock" /> {m.ticket.draftTitle}
        </h3>
        <CopyButton text={text} body={body} />
        <p>{m.ticket.draftNote}</p>
      </div>
      {detail.modelWritten === false && <p className="no-model">{m.ticket.noModel}</p>}
      <div className="prose draft-text" ref={body} lang={detail.language ?? undefined} dir="auto">
        {text}
      </div>
      <Sources citations={detail.citations} />
    </section>
  );
}

type Copied = 'not-yet' | 'copied' | 'by-hand';

function CopyButton({ text, body }: { text: string; body: { current: HTMLElement | null } }) {
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
    'not-yet': m.ticket.copy,
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

function Sources({ citations }: { citations: readonly Citation[] }) {
  const { m } = useI18n();
  return (
    <div className="sources">
      <h4>{m.ticket.sources}</h4>
      {citations.length === 0 ? (
        <p>{m.ticket.noSources}</p>
      ) : (
        <ol>
          {citations.map((citation) => (
            <SourceItem key={citation.sourceId} citation={citation} />
          ))}
        </ol>
      )}
    </div>
  );
}

function SourceItem({ citation }: { citation: Citation }) {
  const { m } = useI18n();
  const internal = citation.visibility === 'internal';
  return (
    <li>
      <div className="source-head">
        {citation.url ? (
          <a href={citation.url} target="_blank" rel="noreferrer">
            {citation.title} <Icon name="external" size={13} />
          </a>
        ) : (
          <strong>{citation.title}</strong>
        )}
        <span className="tag">{m.sourceKinds[citation.kind]}</span>
        <span className={internal ? 'tag tag-internal' : 'tag'} title={internal ? m.ticket.internalWarning : undefined}>
          <Icon name={internal ? 'lock' : 'globe'} size={12} />
          {internal ? m.ticket.internalSource : m.ticket.publicSource}
        </span>
      </div>
      <blockquote dir="auto">{citation.excerpt}</blockquote>
    </li>
  );
}
