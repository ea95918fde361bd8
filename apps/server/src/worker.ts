import type { DraftJob } from '@draftsmith/contracts';
import { vacuum } from '@draftsmith/database';
import { createDraftProcessor, createDraftStore, endAbandonedDrafts } from '@draftsmith/drafting';
import { createAnalyser } from '@draftsmith/knowledge';
import { createPeopleIndex, createPeopleNotes, runRetention } from '@draftsmith/personal-data';
import { workAcceptance } from './acceptance/work-acceptance.ts';
import { workAssist } from './assist-api/open-assist.ts';
import { searchForDrafts } from './knowledge/search-library.ts';
import { workKnowledge } from './knowledge/work-knowledge.ts';
import type { Parts } from './parts.ts';
import { workProposals } from './proposals-api/open-proposals.ts';
import { createConfiguredRecogniser } from './recogniser.ts';
import { configuredRetention } from './retention/configured-retention.ts';
import { countProposals } from './watch-proposals.ts';

/** Takes jobs from the queue and writes drafts. */
export async function startWorker(parts: Parts): Promise<void> {
  const { options, accounts, database, queue, chain, changes, metrics, policies, rules, sealing } = parts;
  const logger = options.logger.child({ component: 'drafting' });
  const writing = {
    connectionOf: (connector: string, account: string) => accounts.find(connector, account)?.connection,
    completer: chain.completer,
    analyser: createAnalyser(),
    library: searchForDrafts(parts.library.search),
    policyOf: policies.of,
    rulesOf: rules.of,
    people: createPeopleNotes(database, createPeopleIndex(sealing.peopleKey)),
    recogniser: createConfiguredRecogniser(options.settings, logger.warn),
    logger,
  };
  const process = createDraftProcessor({
    ...writing,
    store: createDraftStore(database, sealing.sealer),
    now: () => new Date(),
    onChange: changes.publish,
    onFinish: metrics.finished,
  });
  await queue.work('draft', options.settings.DRAFTSMITH_CONCURRENCY, process);
  await workAssist(parts, writing);
  const deals = countProposals(queue, { orm: database.orm, metrics, logger });
  await workProposals(
    { ...parts, queue: deals },
    {
      connectionOf: writing.connectionOf,
      policyOf: policies.of,
      models: { complete: chain.completer.complete, recogniser: writing.recogniser },
    },
  );
  await workAcceptance(parts);
  await workKnowledge(parts);
}

/** Milliseconds between two looks for drafts whose last try was killed. */
const ABANDONED_EVERY = 60_000;

/** Looks for them now and again. Returns how to stop. */
export function watchAbandoned({ options, database, queue }: Parts): () => void {
  const stillOpen = (jobs: readonly DraftJob[]) => queue.stillOpen('draft', jobs);
  const look = () =>
    endAbandonedDrafts({ database, stillOpen, now: () => new Date() })
      .then((ended) => ended > 0 && options.logger.warn('Drafts were left behind and are now failed', { ended }))
      .catch((error) => options.logger.warn('Could not look for abandoned drafts', { error }));
  void look();
  const timer = setInterval(look, ABANDONED_EVERY);
  return () => clearInterval(timer);
}

/** Milliseconds between two looks for what is due. */
const FORGET_EVERY = 60 * 60_000;

/**
 * Everything is kept for a time only. Most of it is due once a day, at midnight; a look that finds nothing costs little.
 * Returns how to stop.
 */
export function watchRetention({ options, database }: Pick<Parts, 'options' | 'database'>): () => void {
  const retention = configuredRetention(database.orm, options.settings);
  let vacuumed: string | undefined;
  const look = () =>
    runRetention(retention, new Date())
      .then(async (removed) => {
        const some = Object.values(removed).some((rows) => rows > 0);
        if (some) options.logger.info('What was due is removed', { ...removed });
        // Once a day: drafts are written several times each, also where nothing is due.
        const today = new Date().toISOString().slice(0, 10);
        if (vacuumed === today) return;
        await vacuum(database);
        vacuumed = today;
      })
      .catch((error) => options.logger.warn('Could not remove what is due', { error }));
  void look();
  const timer = setInterval(look, FORGET_EVERY);
  return () => clearInterval(timer);
}
