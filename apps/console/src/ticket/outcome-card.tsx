import type { DraftDetail, Outcome, Role, RuleReason } from '@draftsmith/contracts';
import { useState } from 'react';
import { retryDraft } from '../api/endpoints.ts';
import { useI18n } from '../i18n/context.tsx';
import { Icon } from '../shell/icon.tsx';
import { ProblemText } from '../shell/problem.tsx';

/** Where there is no draft: why, and what helps. Nothing for a finished draft. */
export function OutcomeCard(props: { detail: DraftDetail; role: Role; onRetried: () => void }) {
  const { detail } = props;
  if (detail.state === 'waiting' || detail.state === 'working') return <InProgress state={detail.state} />;
  if (detail.outcome?.kind === 'skipped') return <Skipped outcome={detail.outcome} />;
  if (detail.outcome?.kind === 'failed')
    return <Failed {...props} id={detail.id} finishedMs={detail.totalMs} outcome={detail.outcome} />;
  return null;
}

function InProgress({ state }: { state: 'waiting' | 'working' }) {
  const { m } = useI18n();
  return (
    <section className="outcome outcome-progress" role="status">
      <h3>
        <Icon name={state} /> {state === 'waiting' ? m.ticket.waitingTitle : m.ticket.workingTitle}
      </h3>
      <p>{state === 'waiting' ? m.ticket.waitingText : m.ticket.workingText}</p>
    </section>
  );
}

function Skipped({ outcome }: { outcome: Extract<Outcome, { kind: 'skipped' }> }) {
  const { m } = useI18n();
  const words = m.skips[outcome.reason];
  return (
    <section className="outcome outcome-skipped" aria-labelledby="outcome-title">
      <h3 id="outcome-title">
        <Icon name="skipped" /> {m.ticket.skippedTitle}: {words.label}
      </h3>
      <p>{words.why}</p>
      <h4>{m.ticket.whatWouldChange}</h4>
      <p>{words.change}</p>
      {outcome.reason === 'rules' ? (
        <p>{m.rules.reasons[outcome.detail as RuleReason] ?? outcome.detail}</p>
      ) : (
        outcome.detail && <Details text={outcome.detail} />
      )}
    </section>
  );
}

interface FailedProps {
  id: string;
  /** Differs after each try: a retry that failed again offers its button anew. */
  finishedMs: number | null;
  outcome: Extract<Outcome, { kind: 'failed' }>;
  role: Role;
  onRetried: () => void;
}

function Failed({ id, finishedMs, outcome, role, onRetried }: FailedProps) {
  const { m } = useI18n();
  const words = m.failures[outcome.error];
  return (
    <section className="outcome outcome-failed" aria-labelledby="outcome-title">
      <h3 id="outcome-title">
        <Icon name="failed" /> {m.ticket.failedTitle}: {words.label}
      </h3>
      <p>
        {words.what} {outcome.retryable && m.ticket.retriesItself}
      </p>
      <h4>{m.ticket.whatToDo}</h4>
      <p>{words.fix}</p>
      <Details text={outcome.code ? `${outcome.message} (${outcome.code})` : outcome.message} />
      {role === 'admin' ? (
        <RetryButton key={finishedMs} id={id} onRetried={onRetried} />
      ) : (
        <p>{m.ticket.adminRetries}</p>
      )}
    </section>
  );
}

/** The server's own sentence, which is English in every language of the console. */
function Details({ text }: { text: string }) {
  const { m } = useI18n();
  return (
    <p className="outcome-details">
      {m.ticket.details}: <span lang="en">{text}</span>
    </p>
  );
}

function RetryButton({ id, onRetried }: { id: string; onRetried: () => void }) {
  const { m } = useI18n();
  const [step, setStep] = useState<'ready' | 'busy' | 'accepted'>('ready');
  const [problem, setProblem] = useState<unknown>(null);
  const retry = async () => {
    setStep('busy');
    setProblem(null);
    try {
      await retryDraft(id);
      setStep('accepted');
      onRetried();
    } catch (error) {
      setProblem(error);
      setStep('ready');
    }
  };
  if (step === 'accepted') return <p role="status">{m.ticket.retryAccepted}</p>;
  return (
    <>
      <button type="button" className="button button-primary" onClick={retry} disabled={step === 'busy'}>
        {step === 'busy' ? m.ticket.retrying : m.ticket.retry}
      </button>
      {problem !== null && (
        <p role="alert" className="form-problem">
          {m.ticket.retryRefused}. <ProblemText error={problem} />
        </p>
      )}
    </>
  );
}
