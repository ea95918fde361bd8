import type { ProposalVersionSummary, ProposalVersionView, ProposalView } from '@draftsmith/contracts';
import { Alert, Button, ButtonRow, Flex, Heading, LoadingSpinner, Text } from '@hubspot/ui-extensions';
import { useEffect, useState } from 'react';
import { wordsOf } from '../parts/failure.ts';
import { useWords } from '../parts/words.ts';
import type { Session } from '../session/session.ts';
import { type CardState, isBusy, shownSummary, shownVersion } from '../session/state.ts';
import { Actions } from './actions.tsx';
import { Notices } from './notices.tsx';
import { PriceTables } from './price-tables.tsx';
import { type OpenSection, SectionCard } from './section-card.tsx';
import { SourceList } from './sources.tsx';

interface ReviewScreenProps {
  state: CardState;
  view: ProposalView;
  session: Session;
}

/** One version, to be read, mended and put to use. */
export function ReviewScreen({ state, view, session }: ReviewScreenProps) {
  // Kept here, so that looking at another version or tab loses nothing that was typed.
  const [open, setOpen] = useState<OpenSection | null>(null);
  const { done } = state;
  useEffect(() => {
    if (done?.what === 'edit' || done?.what === 'regenerate') setOpen(null);
  }, [done]);
  const summary = shownSummary(state);
  if (!summary) return null;
  const version = shownVersion(state);
  const newest = view.versions[0]?.number ?? summary.number;
  return (
    <Flex direction="column" gap="md">
      <VersionHead summary={summary} newest={newest} onNewest={() => session.choose(null)} />
      {version ? (
        <VersionBody version={version} state={state} view={view} session={session} open={open} onOpen={setOpen} />
      ) : (
        <NotRead state={state} number={summary.number} onAgain={session.look} />
      )}
    </Flex>
  );
}

interface VersionHeadProps {
  summary: ProposalVersionSummary;
  newest: number;
  onNewest: () => void;
}

function VersionHead({ summary, newest, onNewest }: VersionHeadProps) {
  const { m, formats } = useWords();
  const { number, how, createdAt, byName, hash, locale, total } = summary;
  const facts = [
    m.review.made(m.made[how], formats.moment(createdAt), byName),
    formats.language(locale),
    m.review.hash(hash.slice(0, 8)),
  ];
  return (
    <Flex direction="column" gap="xs">
      <Heading>{`${m.review.title(number)} · ${total}`}</Heading>
      <Text variant="microcopy">{facts.join(' · ')}</Text>
      {number !== newest && (
        <Alert variant="info" title={m.review.notNewest(number, newest)}>
          <Button size="sm" onClick={onNewest}>
            {m.review.showNewest}
          </Button>
        </Alert>
      )}
    </Flex>
  );
}

interface VersionBodyProps extends ReviewScreenProps {
  version: ProposalVersionView;
  open: OpenSection | null;
  onOpen: (open: OpenSection | null) => void;
}

function VersionBody({ version, state, view, session, open, onOpen }: VersionBodyProps) {
  const busy = isBusy(state);
  const priced = version.sections.some(({ kind }) => kind === 'pricing');
  const prices = <PriceTables prices={version.prices} locale={version.locale} />;
  return (
    <>
      <Notices version={version} />
      <Heading>{version.title}</Heading>
      {version.sections.map((section) => (
        <Flex key={section.kind} direction="column" gap="sm">
          <SectionCard
            section={section}
            version={version}
            busy={busy}
            failed={state.failed}
            session={session}
            open={open}
            onOpen={onOpen}
          />
          {section.kind === 'pricing' && prices}
        </Flex>
      ))}
      {!priced && prices}
      <SourceList sources={version.sources} />
      <Actions version={version} quotes={view.quotes} busy={busy} session={session} />
    </>
  );
}

function NotRead({ state, number, onAgain }: { state: CardState; number: number; onAgain: () => void }) {
  const { m } = useWords();
  const { versionFailure } = state;
  if (versionFailure?.number !== number) {
    return <LoadingSpinner label={m.review.loading(number)} showLabel layout="centered" />;
  }
  const { title, text } = wordsOf(versionFailure.failure, m);
  return (
    <Alert variant="warning" title={`${m.review.notRead(number)}. ${title}`}>
      <Flex direction="column" gap="sm">
        <Text>{text}</Text>
        <ButtonRow>
          <Button size="sm" onClick={onAgain}>
            {m.tryAgain}
          </Button>
        </ButtonRow>
      </Flex>
    </Alert>
  );
}
