import { createAuditLog } from '@draftsmith/audit';
import type { Orm } from '@draftsmith/database';
import { AppError, isAppError } from '@draftsmith/errors';
import { Command } from 'commander';
import type { CommandEnvironment } from '../cli.ts';
import { fromDatabaseOrServer } from '../operator/from-database-or-server.ts';
import { acceptLoss, lostSecrets } from '../secrets/accept-loss.ts';
import { describeKeys } from '../secrets/describe-keys.ts';
import { findKeyRing } from '../secrets/open-key-ring.ts';
import { openSealing } from '../secrets/open-sealing.ts';
import { discardOldKeys, type RotationDeps, rotateKeys } from '../secrets/rotate-keys.ts';
import { readServerSettings, type ServerSettings } from '../settings.ts';
import { discardText, keysText, lossText, rotationText } from './key/key-text.ts';

/** Characters a line where nobody watches. */
const WIDTH = 80;
/** Drafts between two remarks on how far it is. */
const EVERY = 1_000;

const MEANING = `
Subjects, names, drafts, proposals and tokens rest sealed (AES-256-GCM). The keys are in
keys.json in the data folder, or in DRAFTSMITH_KEYS, newest first. Without them
a backup of the database opens for nobody: keep them, and apart from it.`;

interface Dependencies {
  now?: () => Date;
  width?: number;
}

export function keyCommand(
  environment: CommandEnvironment,
  { now = () => new Date(), width = process.stdout.columns ?? WIDTH }: Dependencies = {},
): Command {
  const { raw, out, say } = environment;
  const show = new Command('show')
    .description('Which keys there are, how old they are and what needs them; never the keys themselves')
    .option('--json', 'one JSON document')
    .action(async ({ json }: { json?: boolean }) => {
      const settings = readServerSettings(await raw());
      const ring = findKeyRing(settings);
      if (!ring)
        throw new AppError('not-found', 'There is no key yet: the first start makes one', { code: 'key.none' });
      const report = await ifAtHand(settings, (orm) => describeKeys(ring, orm)).then(
        (found) => found ?? describeKeys(ring, undefined),
      );
      for (const line of json ? [JSON.stringify(report, null, 2)] : keysText(report, width)) out(line);
    });
  const rotate = new Command('rotate')
    .description('Make a new key and seal everything with it')
    .option('--discard-old', 'instead: take the older keys out for good, once nothing needs them')
    .action(async ({ discardOld }: { discardOld?: boolean }) => {
      const settings = readServerSettings(await raw());
      const onProgress = (resealed: number) => {
        if (resealed % EVERY === 0)
          say(`${resealed.toLocaleString('en')} drafts and proposals are sealed again so far`);
      };
      const lines = await withKeys(settings, now, async (deps) =>
        discardOld
          ? discardText(await discardOldKeys(deps), deps.sealing.keys.from, width)
          : rotationText(await rotateKeys(deps, { onProgress }), deps.sealing.keys, width),
      );
      for (const line of lines) out(line);
    });
  const loss = new Command('accept-loss')
    .description('When keys are lost for good: go on without what they sealed')
    .option('--yes', 'do it; without this, only say what would be lost')
    .action(async ({ yes }: { yes?: boolean }) => {
      const settings = readServerSettings(await raw());
      const lost = await alone(settings, (orm) =>
        yes ? acceptLoss(settings, orm, { audit: createAuditLog(orm, now), now: now() }) : lostSecrets(settings, orm),
      );
      for (const line of lossText(lost, yes === true, width)) out(line);
    });
  return new Command('key')
    .description('The keys that seal what is stored: show, rotate, accept-loss')
    .addHelpText('after', MEANING)
    .addCommand(show.exitOverride())
    .addCommand(rotate.exitOverride())
    .addCommand(loss.exitOverride());
}

/** Undefined when a server holds the database, or there is none: the keys can be shown all the same. */
async function ifAtHand<Answer>(
  settings: ServerSettings,
  look: (orm: Orm) => Promise<Answer>,
): Promise<Answer | undefined> {
  try {
    return await fromDatabaseOrServer<Answer | undefined>(settings, { here: look, there: async () => undefined });
  } catch (error) {
    if (isAppError(error) && error.code === 'operator.no-database') return undefined;
    throw error;
  }
}

function withKeys<Answer>(
  settings: ServerSettings,
  now: () => Date,
  work: (deps: RotationDeps) => Promise<Answer>,
): Promise<Answer> {
  return alone(settings, async (orm) =>
    work({ orm, sealing: await openSealing(settings, orm, now()), audit: createAuditLog(orm, now), now }),
  );
}

/** With the database to itself, where it is the embedded one. */
function alone<Answer>(settings: ServerSettings, here: (orm: Orm) => Promise<Answer>): Promise<Answer> {
  const there = async () => {
    throw new AppError('conflict', 'A Draftsmith uses the database: stop it, run this again, and start it again', {
      code: 'database.in-use',
      retryable: false,
    });
  };
  return fromDatabaseOrServer(settings, { here, there });
}
