import { Flex, LoadingSpinner, Tab, Tabs } from '@hubspot/ui-extensions';
import { useEffect, useState } from 'react';
import { askedAtSection } from './parts/failure.ts';
import { FailedAlert, StaleAlert } from './parts/failure-alert.tsx';
import { NoView } from './parts/no-view.tsx';
import { Progress } from './parts/progress.tsx';
import { useWords } from './parts/words.ts';
import { PrepareScreen } from './prepare/prepare-screen.tsx';
import { ReviewScreen } from './review/review-screen.tsx';
import type { Session } from './session/session.ts';
import { type CardState, isBusy, makesVersion, runningOperation, shownSummary } from './session/state.ts';
import { VersionsScreen } from './versions/versions-screen.tsx';

type TabId = 'review' | 'prepare' | 'versions';

export interface ScreenProps {
  session: Session;
  state: CardState;
}

export function DealScreen({ session, state }: ScreenProps) {
  const { m } = useWords();
  const [tab, setTab] = useState<TabId>('review');
  const { view, lookFailure, failed, done } = state;
  useEffect(() => {
    if (done && makesVersion(done)) setTab('review');
  }, [done]);

  if (!view) {
    if (lookFailure) return <NoView failure={lookFailure} onAgain={session.look} />;
    return <LoadingSpinner label={m.loading} showLabel layout="centered" />;
  }
  const what = state.sending?.what ?? runningOperation(state)?.what ?? state.mine?.request.what;
  const prepare = <PrepareScreen view={view} busy={isBusy(state)} session={session} />;
  return (
    <Flex direction="column" gap="md">
      {lookFailure && <StaleAlert failure={lookFailure} onAgain={session.look} />}
      {what && <Progress what={what} operation={runningOperation(state)} />}
      {failed && !askedAtSection(state, shownSummary(state)?.number) && (
        <FailedAlert
          failed={failed}
          onAgain={session.again}
          onMeant={({ requestId: _, ...wish }) => void session.start(wish)}
          onDismiss={session.dismiss}
        />
      )}
      {view.versions.length === 0 ? (
        prepare
      ) : (
        <Tabs selected={tab} onSelectedChange={(id: number | string) => setTab(id as TabId)}>
          <Tab tabId="review" title={m.tabs.review}>
            <ReviewScreen state={state} view={view} session={session} />
          </Tab>
          <Tab tabId="prepare" title={m.tabs.prepare}>
            {prepare}
          </Tab>
          <Tab tabId="versions" title={m.tabs.versions}>
            <VersionsScreen
              state={state}
              view={view}
              session={session}
              onShow={(number) => {
                session.choose(number);
                setTab('review');
              }}
            />
          </Tab>
        </Tabs>
      )}
    </Flex>
  );
}
