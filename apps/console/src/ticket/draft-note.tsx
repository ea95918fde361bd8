import type { Citation, DraftDetail } from '@draftsmith/contracts';
import { useRef } from 'react';
import { useI18n } from '../i18n/context.tsx';
import { CopyButton } from '../shell/copy-button.tsx';
import { Icon } from '../shell/icon.tsx';
import { CheckedDraft } from './check/checked-draft.tsx';
import { PrivacyLine } from './privacy-line.tsx';

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
        <CopyButton text={text} body={body} label={m.ticket.copy} />
        <p>{m.ticket.draftNote}</p>
      </div>
      {detail.modelWritten === false && <p className="no-model">{m.ticket.noModel}</p>}
      {detail.check ? (
        <CheckedDraft text={text} check={detail.check} language={detail.language} body={body} />
      ) : (
        <div className="prose draft-text" ref={body} lang={detail.language ?? undefined} dir="auto">
          {text}
        </div>
      )}
      <Sources citations={detail.citations} />
      <PrivacyLine detail={detail} />
    </section>
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
