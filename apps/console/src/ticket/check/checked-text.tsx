import type { DraftCheck } from '@draftsmith/contracts';
import { type KeyboardEvent, type RefObject, useId, useMemo, useRef } from 'react';
import { useI18n } from '../../i18n/context.tsx';
import { EvidenceContent, type Statement } from './evidence-card.tsx';
import { segmentsOf } from './segments.ts';
import type { Standing } from './standing.ts';
import { useBeside } from './use-beside.ts';
import type { useOpenSentence } from './use-open-sentence.ts';

interface CheckedTextProps {
  text: string;
  check: DraftCheck;
  language: string | null;
  body: RefObject<HTMLDivElement | null>;
  card: ReturnType<typeof useOpenSentence>;
  /** The statement where the reader is. */
  stop: number | null;
  onStop: (index: number) => void;
}

const STANDINGS: readonly Standing[] = ['supported', 'opinion', 'unsupported', 'contradicted'];

/** The draft with its statements marked. One tab stop; the arrow keys go from statement to statement. */
export function CheckedText({ text, check, language, body, card, stop, onStop }: CheckedTextProps) {
  const { m } = useI18n();
  const id = useId();
  const place = useRef<HTMLDivElement>(null);
  const segments = useMemo(() => segmentsOf(text, check), [text, check]);
  const statements = useMemo(
    () => segments.filter((segment): segment is Statement => segment.sentence !== null),
    [segments],
  );
  const current = statements.some(({ index }) => index === stop) ? stop : statements[0]?.index;
  const shown = statements.find(({ index }) => index === card.open?.index);
  const beside = useBeside(place, shown ? `[data-statement="${shown.index}"]` : null);

  const onKeyDown = (event: KeyboardEvent) => {
    const to = statementFor(event, statements, current);
    if (!to) return;
    event.preventDefault();
    body.current?.querySelector<HTMLElement>(`[data-statement="${to.index}"]`)?.focus();
  };
  const onLeave = (next: EventTarget | null) => {
    if (!(next instanceof Node && place.current?.contains(next))) card.close();
  };

  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms, and its box would break the text's lines
    <div
      role="group"
      aria-label={m.truth.sentences}
      className="checked"
      ref={place}
      onBlur={(event) => onLeave(event.relatedTarget)}
      onKeyDown={onKeyDown}
    >
      <div className="prose draft-text" ref={body} lang={language ?? undefined} dir="auto">
        {segments.map((segment) =>
          segment.sentence === null ? (
            segment.text
          ) : (
            <StatementSpan
              key={segment.start}
              statement={segment}
              tabStop={segment.index === current}
              open={segment.index === shown?.index}
              cardId={`${id}-card`}
              verdictId={`${id}-${segment.standing}`}
              card={card}
              onFocus={onStop}
            />
          ),
        )}
      </div>
      {STANDINGS.map((standing) => (
        <span key={standing} id={`${id}-${standing}`} hidden>
          {m.truth.standings[standing]}
        </span>
      ))}
      <div
        id={`${id}-card`}
        className={shown ? 'evidence' : undefined}
        style={shown && beside}
        role="status"
        onMouseEnter={card.stay}
        onMouseLeave={card.leave}
      >
        {shown && <EvidenceContent statement={shown} />}
      </div>
    </div>
  );
}

interface StatementSpanProps {
  statement: Statement;
  tabStop: boolean;
  open: boolean;
  cardId: string;
  verdictId: string;
  card: ReturnType<typeof useOpenSentence>;
  onFocus: (index: number) => void;
}

function StatementSpan({ statement, tabStop, open, cardId, verdictId, card, onFocus }: StatementSpanProps) {
  const { index, standing, pieces } = statement;
  const toggle = () => {
    // Whoever selects words by dragging wants the words.
    if (getSelection()?.isCollapsed ?? true) card.toggle(index);
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a button is a box of its own and cannot break over lines within a text
    <span
      role="button"
      tabIndex={tabStop ? 0 : -1}
      className={`statement statement-${standing}`}
      data-statement={index}
      data-open={open || undefined}
      aria-expanded={open}
      aria-controls={cardId}
      aria-describedby={verdictId}
      onMouseEnter={() => card.enter(index)}
      onMouseLeave={card.leave}
      onFocus={() => {
        onFocus(index);
        card.focus(index);
      }}
      onClick={toggle}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== ' ') return;
        event.preventDefault();
        card.toggle(index);
      }}
    >
      {pieces.map(({ text, claim }, place) =>
        claim && claim.verdict !== 'supported' ? (
          <span key={claim.start} className={`claim claim-${claim.verdict}`}>
            {text}
          </span>
        ) : (
          <span key={`text-${place}`}>{text}</span>
        ),
      )}
    </span>
  );
}

/** Where a key leads: arrows in reading order, Home and End; undefined where it keeps its meaning. */
function statementFor(event: KeyboardEvent, statements: readonly Statement[], current: number | null | undefined) {
  if (!(event.target instanceof Element && event.target.matches('[data-statement]'))) return undefined;
  if (event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return undefined;
  const at = statements.findIndex(({ index }) => index === current);
  if (event.key === 'ArrowRight' || event.key === 'ArrowDown')
    return statements[Math.min(at + 1, statements.length - 1)];
  if (event.key === 'ArrowLeft' || event.key === 'ArrowUp') return statements[Math.max(at - 1, 0)];
  if (event.key === 'Home') return statements[0];
  return event.key === 'End' ? statements.at(-1) : undefined;
}
