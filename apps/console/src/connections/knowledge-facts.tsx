import type { KnowledgeStatus } from '@draftsmith/contracts';
import { useI18n } from '../i18n/context.tsx';

const KINDS = ['article', 'macro', 'past-reply'] as const;

/** What was read of an account, and what is being read. */
export function KnowledgeFacts({ knowledge }: { knowledge: KnowledgeStatus }) {
  const { m, f } = useI18n();
  const { documents, running, lastReadAt, problem } = knowledge;
  const counts = KINDS.filter((kind) => documents[kind] > 0).map((kind) =>
    m.connections.documents[kind](documents[kind]),
  );
  return (
    <div className="knowledge">
      <p>{counts.length === 0 ? m.connections.nothingRead : f.list(counts)}</p>
      {running ? (
        <ReadingBar running={running} />
      ) : (
        lastReadAt !== null && <p className="knowledge-age">{m.connections.lastRead(f.ago(lastReadAt, Date.now()))}</p>
      )}
      {problem !== null && (
        <p className="hint hint-reconnect">
          {m.connections.readingProblem}{' '}
          <span lang="en" className="server-words">
            {problem}
          </span>
        </p>
      )}
    </div>
  );
}

/** The bar of a reading that is under way; without an end in sight it only moves. */
export function ReadingBar({ running }: { running: NonNullable<KnowledgeStatus['running']> }) {
  const { m, f } = useI18n();
  const { kind, done, total } = running;
  const figures =
    total === null
      ? m.connections.readWithoutTotal(f.number(done))
      : m.connections.readSoFar(f.number(done), f.number(total));
  return (
    <div className="reading">
      <p>
        {m.connections.reading[kind]}: {figures}
      </p>
      <progress
        aria-label={m.connections.reading[kind]}
        // A source that grows while it is read must not make a bar that runs over.
        max={total === null ? undefined : Math.max(total, done, 1)}
        value={total === null ? undefined : done}
      />
    </div>
  );
}
