import { useI18n } from '../../i18n/context.tsx';
import type { AccountName } from '../../router/route.ts';
import { Icon, type IconName } from '../../shell/icon.tsx';
import { ReadingBar } from '../knowledge-facts.tsx';
import { useConnection } from '../use-connections.ts';
import { WhatToDo } from '../what-to-do.tsx';
import type { StepView } from './setup-state.ts';

const ICONS: Record<StepView['state'], IconName> = {
  todo: 'waiting',
  running: 'working',
  done: 'drafted',
  failed: 'failed',
};

/** Every step with its state in words; the one that failed says why and what helps. */
export function StepList({ steps, account }: { steps: readonly StepView[]; account: AccountName }) {
  const { m } = useI18n();
  return (
    <ol className="setup-steps">
      {steps.map((each) => (
        <li key={each.step} className={`setup-step setup-step-${each.state}`}>
          <span className="setup-sign">
            <Icon name={ICONS[each.state]} />
          </span>
          <div>
            <p className="setup-name">
              {m.connections.steps[each.step].name}{' '}
              <span className="setup-state">
                {each.step === 'draft' && each.state === 'todo'
                  ? m.connections.setup.comesNext
                  : m.connections.setup.states[each.state]}
              </span>
            </p>
            {each.step === 'knowledge' && each.state === 'running' && <Reading account={account} />}
            {each.state === 'failed' && <Failure step={each} />}
          </div>
        </li>
      ))}
    </ol>
  );
}

function Failure({ step: { step, detail, fix } }: { step: StepView }) {
  const { m } = useI18n();
  return (
    <div className="setup-failure" role="alert">
      {detail !== undefined && <p lang="en">{detail}</p>}
      <WhatToDo ours={m.connections.steps[step].help} servers={fix} />
    </div>
  );
}

function Reading({ account }: { account: AccountName }) {
  const running = useConnection(account).connection?.knowledge?.running;
  return running ? <ReadingBar running={running} /> : null;
}
