import { Dots } from '@zendeskgarden/react-loaders';
import { useEffect } from 'react';
import { styled } from 'styled-components';
import { useApp, useWords } from '../app/context.ts';
import { Icon } from '../ui/icons.ts';
import { Heading, Row, Small, Stack } from '../ui/layout.ts';
import { color } from '../ui/theme.ts';
import { STEPS, type Work } from './phase.ts';

const Step = styled.li<{ $standing: 'done' | 'now' | 'later' }>`
  display: flex;
  gap: 8px;
  align-items: center;
  color: ${({ $standing, theme }) => color($standing === 'later' ? 'foreground.subtle' : 'foreground.default')({ theme })};
  font-weight: ${({ $standing }) => ($standing === 'now' ? 600 : 400)};
  svg { flex: none; color: ${color('foreground.subtle')}; }
`;

const Done = styled(Icon)`
  && { color: ${color('foreground.success')}; }
`;

/** Says each step once to screen readers. */
function useStepAnnounced({ step }: Work): void {
  const { announce } = useApp();
  const m = useWords();
  useEffect(() => {
    if (step !== 'done') announce(m.steps[step]);
  }, [step, m, announce]);
}

/** Step by step, where nothing else is to be read yet. */
export function Progress({ work }: { work: Work }) {
  const m = useWords();
  useStepAnnounced(work);
  const at = work.step === 'done' ? STEPS.length : STEPS.indexOf(work.step);
  return (
    <Stack>
      <Heading tabIndex={-1} data-focus>
        {m.working[work.what]}
      </Heading>
      {work.by && <Small>{m.workingFor(work.by)}</Small>}
      <Stack as="ol" $gap={6} aria-label={m.progress}>
        {STEPS.map((step, index) => {
          const standing = index < at ? 'done' : index === at ? 'now' : 'later';
          return (
            <Step key={step} $standing={standing} aria-current={standing === 'now' ? 'step' : undefined}>
              {standing === 'done' ? (
                <Done name="check" />
              ) : standing === 'now' ? (
                <Dots size={16} delayMS={0} aria-hidden />
              ) : (
                <Icon name="circle" />
              )}
              {m.steps[step]}
            </Step>
          );
        })}
      </Stack>
    </Stack>
  );
}

const Strip = styled(Row)`
  border-radius: 4px;
  padding: 8px 12px;
  background: ${color('background.subtle')};
  font-size: 13px;
  line-height: 18px;
  > span { flex: 1; min-inline-size: 0; overflow-wrap: anywhere; }
`;

/** In one line, above a draft that stays usable. */
export function ProgressStrip({ work }: { work: Work }) {
  const m = useWords();
  useStepAnnounced(work);
  const who = work.by ? ` · ${m.workingFor(work.by)}` : '';
  const step = work.step === 'done' ? '' : ` · ${m.steps[work.step]}`;
  return (
    <Strip>
      <Dots size={16} delayMS={0} aria-hidden />
      <span>
        <strong>{m.working[work.what]}</strong>
        {who}
        {step}
      </span>
    </Strip>
  );
}
