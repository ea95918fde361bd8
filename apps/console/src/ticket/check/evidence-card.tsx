import type { CheckedSentence, Evidence } from '@draftsmith/contracts';
import { useI18n } from '../../i18n/context.tsx';
import { Icon, type IconName } from '../../shell/icon.tsx';
import type { Segment } from './segments.ts';
import type { Standing } from './standing.ts';

const SIGNS: Record<Standing, IconName> = {
  supported: 'drafted',
  opinion: 'opinion',
  unsupported: 'doubt',
  contradicted: 'contradiction',
};

/** A sentence that claims something. */
export type Statement = Extract<Segment, { sentence: CheckedSentence }>;

/** Where a sentence comes from, or what is wrong with it: verdict, figures in question, quotes, second opinion. */
export function EvidenceContent({ statement }: { statement: Statement }) {
  const { m } = useI18n();
  const { sentence, standing } = statement;
  const contradicted = standing === 'contradicted';
  return (
    <>
      <p className={`evidence-verdict evidence-${standing}`}>
        <Icon name={SIGNS[standing]} /> {m.truth.standings[standing]}
      </p>
      <Claims statement={statement} />
      {sentence.evidence ? (
        <Quote label={contradicted ? m.truth.disagreeing : m.truth.source} evidence={sentence.evidence} />
      ) : (
        standing !== 'opinion' && (
          <p className="evidence-note">{standing === 'unsupported' ? m.truth.searched : m.truth.noEvidence}</p>
        )
      )}
      {sentence.agreeing && (
        <>
          <Quote label={m.truth.agreeing} evidence={sentence.agreeing} />
          <p className="evidence-note">{m.truth.sourcesDisagree}</p>
        </>
      )}
      {sentence.secondOpinion && (
        <p className="evidence-note">
          {m.truth.opinions[sentence.secondOpinion]} {contradicted && m.truth.noOverrule}
        </p>
      )}
    </>
  );
}

/** The very figures, names and promises in question. */
function Claims({ statement }: { statement: Statement }) {
  const { m } = useI18n();
  const questioned = statement.pieces.filter(({ claim }) => claim !== null && claim.verdict !== 'supported');
  if (questioned.length === 0) return null;
  return (
    <ul className="evidence-claims">
      {questioned.map(({ text, claim }) => (
        <li key={claim?.start}>
          <q>{text}</q>{' '}
          {claim && [m.truth.claimKinds[claim.kind], m.truth.claimVerdicts[claim.verdict]].filter(Boolean).join(', ')}
        </li>
      ))}
    </ul>
  );
}

function Quote({ label, evidence }: { label: string; evidence: Evidence }) {
  return (
    <figure className="evidence-quote">
      <figcaption>
        <span className="evidence-label">{label}</span>
        {evidence.url ? (
          <a href={evidence.url} target="_blank" rel="noreferrer">
            {evidence.title} <Icon name="external" size={13} />
          </a>
        ) : (
          evidence.title && <strong>{evidence.title}</strong>
        )}
        <VisibilityTag visibility={evidence.visibility} />
      </figcaption>
      <blockquote dir="auto">{evidence.quote}</blockquote>
    </figure>
  );
}

function VisibilityTag({ visibility }: { visibility: Evidence['visibility'] }) {
  const { m } = useI18n();
  const internal = visibility === 'internal';
  return (
    <span className={internal ? 'tag tag-internal' : 'tag'} title={internal ? m.ticket.internalWarning : undefined}>
      {visibility !== 'conversation' && <Icon name={internal ? 'lock' : 'globe'} size={12} />}
      {m.truth.visibilities[visibility]}
    </span>
  );
}
