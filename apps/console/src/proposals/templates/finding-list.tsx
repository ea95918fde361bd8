import type { TemplateFinding } from '@draftsmith/contracts';
import { useI18n } from '../../i18n/context.tsx';
import { Icon } from '../../shell/icon.tsx';

/** What is wrong with a Word file: in plain words, with where it is and what may have been meant. */
export function FindingList({ findings }: { findings: readonly TemplateFinding[] }) {
  const { m } = useI18n();
  return (
    <ul className="word-findings">
      {findings.map((finding, index) => (
        <li key={`${index} ${finding.code}`} data-severity={finding.severity}>
          <Icon name={finding.severity === 'error' ? 'failed' : 'doubt'} />
          <div>
            <p>
              <strong>{m.proposals.templates[finding.severity]}:</strong> {m.proposals.templates.findings[finding.code]}
            </p>
            <Where finding={finding} />
          </div>
        </li>
      ))}
    </ul>
  );
}

function Where({ finding: { placeholder, meant, near } }: { finding: TemplateFinding }) {
  const { m } = useI18n();
  const words = m.proposals.templates;
  if (placeholder === undefined && meant === undefined && near === undefined) return null;
  return (
    <p className="finding-where">
      {placeholder !== undefined && <code>{placeholder}</code>}
      {meant !== undefined && <span>{words.meant(meant)}</span>}
      {near !== undefined && (
        <span className="finding-near">
          {words.near} <q dir="auto">{near}</q>
        </span>
      )}
    </p>
  );
}
