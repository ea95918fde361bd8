import type { AssistFailure } from '@draftsmith/contracts';
import { Button } from '@zendeskgarden/react-buttons';
import { Skeleton } from '@zendeskgarden/react-loaders';
import { type RefObject, useEffect, useRef } from 'react';
import { useApp, useSession, useWords } from '../app/context.ts';
import { AsideCard } from '../draft/aside-card.tsx';
import { DraftScreen } from '../draft/draft-screen.tsx';
import type { Messages } from '../i18n/en.ts';
import type { SessionState } from '../session/state.ts';
import { Heading, Stack, Text } from '../ui/layout.ts';
import { Notice } from '../ui/notice.tsx';
import { type Phase, phaseOf, workOf } from './phase.ts';
import { Progress } from './progress.tsx';
import { ReadingHelp } from './reading-help.tsx';
import { Skipped } from './skipped.tsx';

/** Everything the app shows, by what is known of the ticket. */
export function TicketScreen() {
  const state = useSession();
  const place = useRef<HTMLDivElement>(null);
  const phase = phaseOf(state);
  useKeptFocus(place, phase.kind);
  return (
    <Stack ref={place}>
      {state.view && state.trouble && <TroubleNotice trouble={state.trouble} />}
      <FailedWishNotice state={state} />
      {phase.kind !== 'draft' && <AsideCard />}
      <PhaseContent phase={phase} state={state} />
    </Stack>
  );
}

function PhaseContent({ phase, state }: { phase: Phase; state: SessionState }) {
  const work = workOf(state, state.view?.agent.name);
  switch (phase.kind) {
    case 'loading':
      return <Loading />;
    case 'trouble':
      return state.trouble && <TroubleNotice trouble={state.trouble} />;
    case 'progress':
      return work && <Progress work={work} />;
    case 'draft':
      return <DraftScreen work={work} />;
    case 'skipped':
      return <Skipped />;
    case 'failed':
      return <Failed />;
    case 'none':
      return <None />;
  }
}

function Loading() {
  const m = useWords();
  return (
    <Stack $gap={8} role="status" aria-label={m.loading}>
      <Skeleton height="20px" width="60%" />
      <Skeleton height="14px" />
      <Skeleton height="14px" />
      <Skeleton height="14px" width="80%" />
    </Stack>
  );
}

function TroubleNotice({ trouble }: { trouble: NonNullable<SessionState['trouble']> }) {
  const { session } = useApp();
  const m = useWords();
  const { title, text } = m.troubles[trouble];
  return (
    <Notice type={trouble === 'not-set-up' ? 'info' : 'warning'} title={title} text={text} role="status">
      {trouble !== 'not-set-up' && (
        <Button size="small" onClick={session.look}>
          {m.retry}
        </Button>
      )}
    </Notice>
  );
}

/** In the agent's language where the reason is a known one. */
function whyOf(failure: AssistFailure | null, m: Messages): string {
  return (failure?.code && m.failures[failure.code]) || failure?.message || m.troubles.declined.text;
}

/** An agent's own wish that came to nothing; whatever was on screen stays. */
function FailedWishNotice({ state: { failed } }: { state: SessionState }) {
  const { session } = useApp();
  const m = useWords();
  if (!failed) return null;
  const { wish, retryable } = failed;
  return (
    <Notice
      type="error"
      role="alert"
      title={wish ? m.failedWish[wish.revise.kind] : m.failedTitle}
      text={whyOf(failed, m)}
    >
      {retryable && wish && (
        <Button size="small" onClick={() => session.wish(wish.revise, wish.base)}>
          {m.retry}
        </Button>
      )}
      <Button size="small" isBasic onClick={() => session.dismiss('failed')}>
        {m.close}
      </Button>
    </Notice>
  );
}

function Failed() {
  const { session } = useApp();
  const { view } = useSession();
  const m = useWords();
  return (
    <Stack>
      <Notice type="error" title={m.failedTitle} text={whyOf(view?.failure ?? null, m)}>
        {view?.failure?.retryable !== false && (
          <Button size="small" isPrimary onClick={() => session.wish({ kind: 'draft' })}>
            {m.retry}
          </Button>
        )}
      </Notice>
      <ReadingHelp />
    </Stack>
  );
}

function None() {
  const { session } = useApp();
  const m = useWords();
  return (
    <Stack>
      <Heading tabIndex={-1} data-focus>
        {m.none.title}
      </Heading>
      <Text>{m.none.text}</Text>
      <Button isPrimary isStretched onClick={() => session.wish({ kind: 'draft' })}>
        {m.write}
      </Button>
      <ReadingHelp />
    </Stack>
  );
}

/**
 * A button that was pressed may go with its screen, and the focus with it. It then goes to the heading of what came
 * instead, so that whoever works by keyboard stays in the app.
 */
function useKeptFocus(place: RefObject<HTMLElement>, phase: Phase['kind']): void {
  const { announce } = useApp();
  const m = useWords();
  const before = useRef(phase);
  useEffect(() => {
    if (before.current === phase) return;
    if (phase === 'draft' && before.current === 'progress') announce(m.ready);
    before.current = phase;
    if (document.hasFocus() && (document.activeElement === document.body || document.activeElement === null)) {
      place.current?.querySelector<HTMLElement>('[data-focus]')?.focus();
    }
  }, [phase, place, announce, m]);
}
