import { proposalTemplateFiles, proposalTemplates } from '@draftsmith/database/schema';
import { openTestDatabase, testBackends } from '@draftsmith/database/testing';
import { eq } from 'drizzle-orm';
import { expect, onTestFinished, test } from 'vitest';
import { createTemplates } from './create-templates.ts';
import { sweepTemplateFiles } from './sweep-files.ts';
import { aLogo } from './testing.ts';

test.each(testBackends)('a file goes with the last template of any account that holds it (%s)', async (backend) => {
  const database = await openTestDatabase(backend);
  onTestFinished(() => database.close());
  const { orm } = database;
  const templates = createTemplates(orm);
  const save = (account: string, logo: Uint8Array) =>
    templates.save({ connector: 'crm', account, revision: 0, by: null, name: 'Short', logo });
  const files = async () => (await orm.select().from(proposalTemplateFiles)).length;
  const leave = (account: string) => orm.delete(proposalTemplates).where(eq(proposalTemplates.account, account));

  await save('acme', aLogo(1));
  await save('acme', aLogo(2));
  await save('globex', aLogo(2));
  expect([await sweepTemplateFiles(orm), await files()]).toEqual([0, 2]);
  await leave('acme');
  expect([await sweepTemplateFiles(orm), await files()]).toEqual([1, 1]);
  await leave('globex');
  // Saved with the very bytes that are being swept: whichever is first, no template is left without its file.
  const [saved] = await Promise.all([save('initech', aLogo(2)), sweepTemplateFiles(orm)]);
  const { id } = saved.template;
  expect((await templates.find({ connector: 'crm', account: 'initech' }, id))?.logo).toHaveLength(aLogo(2).length);
});
