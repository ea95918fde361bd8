import { proposalTemplateFiles } from '@draftsmith/database/schema';
import { openTestDatabase, testBackends } from '@draftsmith/database/testing';
import { describe, expect, test } from 'vitest';
import { createTemplates } from './create-templates.ts';
import { STANDARD } from './templates.ts';
import { aLogo } from './testing.ts';

const ACME = { connector: 'hubspot', account: '100' };
const OTHER = { connector: 'hubspot', account: '200' };
const PNG = aLogo();
const now = () => new Date('2026-11-20T10:00:00Z');

describe.each(testBackends)('templates (%s)', (backend) => {
  const open = async () => {
    const database = await openTestDatabase(backend);
    const templates = createTemplates(database.orm, { now });
    const save = (change: object) => templates.save({ ...ACME, revision: 0, by: 'ada', name: 'Short', ...change });
    return { database, templates, save, [Symbol.asyncDispose]: () => database.close() };
  };

  test("the suite's own is always there, and nobody changes it", async () => {
    await using desk = await open();
    expect(await desk.templates.list('hubspot', '100')).toMatchObject([{ id: 'standard', hasDocument: false }]);
    expect(await desk.templates.find(ACME, 'standard', 0)).toBe(STANDARD);
    await expect(desk.save({ id: 'standard', name: 'Mine' })).rejects.toMatchObject({ kind: 'not-found' });
    await expect(desk.templates.remove(ACME, 'standard', now())).rejects.toMatchObject({ kind: 'not-found' });
  });

  test('a change adds a revision; what was made with the old one is made with it again, also when it is removed', async () => {
    await using desk = await open();
    const made = await desk.save({ name: ' Short  one ', locale: 'de-de', terms: 'Net 30', logo: PNG });
    expect(made.template).toMatchObject({ name: 'Short one', locale: 'de-DE', revision: 1, hasLogo: true });
    const { id } = made.template;
    const changed = await desk.save({
      id,
      revision: 1,
      name: undefined,
      terms: 'Net 14',
      hints: { summary: 'Be brief' },
    });
    expect(changed.template).toMatchObject({ revision: 2, name: 'Short one', terms: 'Net 14', hasLogo: true });
    const [before, after] = [await desk.templates.find(ACME, id, 1), await desk.templates.find(ACME, id)];
    expect([before?.terms, before?.hints, after?.terms, after?.hints]).toEqual([
      'Net 30',
      {},
      'Net 14',
      { summary: 'Be brief' },
    ]);
    expect([...(before?.logo ?? [])]).toEqual([...PNG]);
    expect(await desk.database.orm.select().from(proposalTemplateFiles)).toHaveLength(1);
    await desk.templates.remove(ACME, id, now());
    expect(await desk.templates.find(ACME, id)).toBeUndefined();
    expect((await desk.templates.find(ACME, id, 2))?.terms).toBe('Net 14');
    expect(await desk.templates.list('hubspot', '100')).toHaveLength(1);
  });

  test('of two who change it at once one is told; another account sees none of it', async () => {
    await using desk = await open();
    const { id } = (await desk.save({})).template;
    const tries = await Promise.allSettled([1, 2, 3].map((n) => desk.save({ id, revision: 1, name: `Try ${n}` })));
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const one of tries)
      if (one.status === 'rejected') expect(one.reason).toMatchObject({ code: 'proposal-template.conflict' });
    expect(await desk.templates.find(OTHER, id)).toBeUndefined();
    expect(await desk.templates.list('hubspot', '200')).toHaveLength(1);
    await expect(desk.save({ ...OTHER, id, revision: 2 })).rejects.toMatchObject({ kind: 'not-found' });
    await expect(desk.templates.remove(OTHER, id, now())).rejects.toMatchObject({ kind: 'not-found' });
  });

  test('what cannot be written down does not happen', async () => {
    await using desk = await open();
    const { id } = (await desk.save({})).template;
    const broken = () => Promise.reject(new Error('no audit log'));
    const change = { ...ACME, revision: 1, by: 'ada', name: 'Long' };
    await expect(desk.templates.save({ ...change, id }, broken)).rejects.toThrow('no audit log');
    await expect(desk.templates.save({ ...change, revision: 0 }, broken)).rejects.toThrow('no audit log');
    await expect(desk.templates.remove(ACME, id, now(), broken)).rejects.toThrow('no audit log');
    expect(await desk.templates.list('hubspot', '100')).toMatchObject([{}, { id, name: 'Short', revision: 1 }]);
    const written: unknown[] = [];
    const record = async ({ id, revision }: { id: string; revision: number }) => void written.push([id, revision]);
    await desk.templates.save({ ...change, id }, record);
    await desk.templates.remove(ACME, id, now(), record);
    await expect(desk.templates.remove(ACME, id, now(), record)).rejects.toMatchObject({ kind: 'not-found' });
    expect(written).toEqual([
      [id, 2],
      [id, 2],
    ]);
  });

  test.each([
    ['no name', { name: ' ' }, /name: expected a name/],
    ['a language that is none', { locale: 'english please' }, /locale: expected a language/],
    ['a hint for a section that a model never writes', { hints: { pricing: 'cheap' } }, /hints/],
    ['a logo that is no picture', { logo: Uint8Array.from([1, 2, 3]) }, /PNG or JPEG/],
    ['a logo that only begins as a picture', { logo: PNG.slice(0, 20) }, /logo is damaged/],
    ['a Word file that is none', { document: Uint8Array.from([1, 2, 3]) }, /Word file/],
  ])('%s is refused, and nothing is kept', async (_, change, message) => {
    await using desk = await open();
    await expect(desk.save(change)).rejects.toThrow(message);
    expect(await desk.templates.list('hubspot', '100')).toHaveLength(1);
  });
});
