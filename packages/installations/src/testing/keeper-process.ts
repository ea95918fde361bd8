import { openDatabase } from '@draftsmith/database';
import { createInstallations, createTokenKeeper } from '../index.ts';
import { plainSecrets } from './plain-secrets.ts';
import { oauthOf } from './token-server.ts';

// A process that asks for the token once, when it is told to, and says what it got.
const [url = '', vendor = '', at = '0'] = process.argv.slice(2);
const database = await openDatabase({ url, dataDir: ':memory:', poolSize: 2 });
const now = () => new Date(Number(at));
const keeper = createTokenKeeper({
  key: { connector: 'zendesk', account: 'acme' },
  orm: database.orm,
  installations: createInstallations(database.orm),
  secrets: plainSecrets(database.orm),
  oauth: oauthOf(vendor, now),
  now,
  timing: { lookMs: 10 },
});
// Without its parent it would wait for ever.
process.on('disconnect', () => process.exit());
process.on('message', async () => {
  const token = await keeper.accessToken(undefined, new AbortController().signal).catch((error) => error.code);
  process.send?.({ token }, () => void database.close().then(() => process.exit()));
});
process.send?.({ ready: true });
