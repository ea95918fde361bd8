import type { ConnectionView, Diagnosis } from '@draftsmith/contracts';
import { useI18n } from '../i18n/context.tsx';
import type { Messages } from '../i18n/en.ts';
import { Icon } from '../shell/icon.tsx';
import { WhatToDo } from './what-to-do.tsx';

interface FindingsProps {
  findings: readonly Diagnosis[];
  /** The account was set up by hand. */
  byHand: boolean;
  draftsAs?: ConnectionView['draftsAs'];
}

/** What a check found: first what is wrong and what helps, then what is well. */
export function Findings({ findings, byHand, draftsAs = 'internal-note' }: FindingsProps) {
  const { m } = useI18n();
  const { checks, dealChecks } = m.connections;
  const known: Messages['connections']['checks'] = draftsAs === 'document' ? { ...checks, ...dealChecks } : checks;
  const words = m.connections.check;
  const bad = findings.filter(({ ok }) => !ok);
  // Each webhook has deliveries of its own, say: what is well is said once.
  const good = new Map(
    findings.filter(({ ok }) => ok).map(({ check, detail }) => [known[check]?.good ?? detail, check in known]),
  );
  return (
    <>
      <p role="status" className={bad.length === 0 ? 'callout callout-good' : 'callout callout-bad'}>
        {bad.length === 0 ? words.allWell : words.problems(bad.length)}
      </p>
      {bad.length > 0 && (
        <ul className="findings">
          {bad.map((finding) => (
            <BadFinding
              key={`${finding.check} ${finding.detail}`}
              finding={finding}
              known={known[finding.check]}
              byHand={byHand}
            />
          ))}
        </ul>
      )}
      {good.size > 0 && (
        <section className="connect-part" aria-labelledby="check-well">
          <h2 id="check-well">{words.well}</h2>
          <ul className="findings-good">
            {[...good].map(([text, isOurs]) => (
              <li key={text}>
                <Icon name="drafted" /> <span lang={isOurs ? undefined : 'en'}>{text}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

interface FindingProps {
  finding: Diagnosis;
  /** What the console knows of such a check. */
  known: Messages['connections']['checks'][string] | undefined;
  /** The account was set up by hand, and there is no button that mends it. */
  byHand: boolean;
}

/** The server says what was found; what helps is said in the reader's language where the console knows it. */
function BadFinding({ finding: { check, detail, fix, repairable }, known, byHand }: FindingProps) {
  const { m } = useI18n();
  return (
    <li className="finding">
      <h2>
        <Icon name="failed" /> {known?.topic ?? <span lang="en">{check}</span>}
      </h2>
      <p lang="en">{detail}</p>
      {repairable ? (
        <WhatToDo ours={known?.repair} servers={known?.repair ? undefined : fix} />
      ) : byHand && known?.repair ? (
        <WhatToDo ours={m.connections.check.byHand} />
      ) : (
        <WhatToDo ours={known?.byHand} servers={fix} />
      )}
    </li>
  );
}
