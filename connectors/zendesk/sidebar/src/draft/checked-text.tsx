import type { AssistDraft } from '@draftsmith/contracts';
import { forwardRef, type KeyboardEvent, useId, useImperativeHandle, useMemo, useRef, useState } from 'react';
import { styled } from 'styled-components';
import { useWords } from '../app/context.ts';
import { EvidenceCard } from './evidence-card.tsx';
import { Marked } from './marked.ts';
import { type Segment, type Statement, segmentsOf } from './segments.ts';
import { toCheck } from './standing.ts';
import { useOpenStatement } from './use-open-statement.ts';

export interface CheckedTextHandle {
  /** Leads to the next statement that needs a look. */
  goToNext(): void;
}

const Place = styled.div`
  position: relative;
`;

const Words = styled.div`
  white-space: pre-wrap;
  overflow-wrap: anywhere;
`;

/** The draft with its statements marked. One tab stop; the arrow keys go from statement to statement. */
export const CheckedText = forwardRef<CheckedTextHandle, { draft: AssistDraft }>(function CheckedText({ draft }, ref) {
  const { text, check, language } = draft;
  const m = useWords();
  const id = useId();
  const place = useRef<HTMLDivElement>(null);
  const segments = useMemo(() => segmentsOf(text, check), [text, check]);
  const statements = useMemo(() => segments.filter(isStatement), [segments]);
  const [stop, setStop] = useState<number | null>(null);
  const open = useOpenStatement();
  const current = statements.some(({ statement }) => statement === stop) ? stop : statements[0]?.statement;
  const shown = statements.find(({ statement }) => statement === open.statement);
  const focus = (statement: number) =>
    place.current?.querySelector<HTMLElement>(`[data-statement="${statement}"]`)?.focus();

  useImperativeHandle(ref, () => ({
    goToNext: () => {
      const left = toCheck(check);
      const next = left.find((statement) => stop === null || statement > stop) ?? left[0];
      if (next !== undefined) focus(next);
    },
  }));
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') return open.close();
    const to = neighbourOf(event, statements, current);
    if (!to) return;
    event.preventDefault();
    focus(to.statement);
  };
  return (
    <Place
      ref={place}
      role="group"
      aria-label={m.check.sentences}
      onKeyDown={onKeyDown}
      onBlur={({ relatedTarget }) => {
        if (!(relatedTarget instanceof Node && place.current?.contains(relatedTarget))) open.close();
      }}
    >
      <Words dir="auto" lang={language}>
        {segments.map((segment) =>
          isStatement(segment) ? (
            <Marked
              key={segment.start}
              $standing={segment.standing}
              $open={segment === shown}
              role="button"
              tabIndex={segment.statement === current ? 0 : -1}
              data-statement={segment.statement}
              aria-expanded={segment === shown}
              aria-controls={`${id}-evidence`}
              aria-description={m.standings[segment.standing]}
              onMouseEnter={() => open.point(segment.statement)}
              onMouseLeave={open.leave}
              onFocus={() => {
                setStop(segment.statement);
                open.show(segment.statement);
              }}
              onClick={() => open.show(segment.statement)}
            >
              {segment.text}
            </Marked>
          ) : (
            <span key={segment.start}>{segment.text}</span>
          ),
        )}
      </Words>
      <div id={`${id}-evidence`} role="status">
        {shown && <EvidenceCard key={shown.statement} statement={shown} place={place} card={open} />}
      </div>
    </Place>
  );
});

function isStatement(segment: Segment): segment is Statement {
  return segment.statement !== null;
}

/** Where a key leads: arrows in reading order, Home and End; undefined where it keeps its meaning. */
function neighbourOf(event: KeyboardEvent, statements: readonly Statement[], current: number | null | undefined) {
  if (!(event.target instanceof Element && event.target.matches('[data-statement]'))) return undefined;
  if (event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return undefined;
  const at = statements.findIndex(({ statement }) => statement === current);
  if (event.key === 'ArrowRight' || event.key === 'ArrowDown') return statements[at + 1];
  if (event.key === 'ArrowLeft' || event.key === 'ArrowUp') return statements[at - 1];
  if (event.key === 'Home') return statements[0];
  return event.key === 'End' ? statements.at(-1) : undefined;
}
