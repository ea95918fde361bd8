import { expect, test } from 'vitest';
import type { ZafClient } from './client.ts';
import { createComposer } from './composer.ts';

/** A composer as Zendesk's framework shows it; `log` has every change in order. */
function stage(type: string, text: string, options: { rich?: boolean; deaf?: boolean } = {}) {
  const values: Record<string, unknown> = {
    'ticket.comment.type': type,
    'ticket.comment.text': text,
    'comment.useRichText': options.rich ?? true,
  };
  const log: string[] = [];
  const client: Pick<ZafClient, 'get' | 'set' | 'invoke'> = {
    get: async (paths) => Object.fromEntries([paths].flat().map((path) => [path, values[path]])),
    set: async (path, value) => {
      log.push(`${path} = ${value}`);
      values[path] = value;
    },
    invoke: async (name, added) => {
      log.push(`${name} ${added}`);
      if (!options.deaf) values['ticket.comment.text'] += String(added);
    },
  };
  return { composer: createComposer(client as ZafClient), values, log };
}

const FILL = { how: 'fill', toPublic: false } as const;

test('a rich editor gets HTML, a plain one gets text', async () => {
  const rich = stage('publicReply', '');
  await rich.composer.write('One\n\nTwo {{a}}', FILL, await rich.composer.read());
  expect(rich.log).toEqual(['ticket.comment.appendHtml <p>One</p><p>Two {\u200b{a}}</p>']);
  const plain = stage('publicReply', '', { rich: false });
  await plain.composer.write('One\n\nTwo {{a}}', FILL, await plain.composer.read());
  expect(plain.log).toEqual(['ticket.comment.appendText One\n\nTwo {\u200b{a}}']);
});

test('a note is emptied before it becomes public, and public before the draft is in it', async () => {
  const { composer, log } = stage('internalNote', '<p>For the team</p>');
  await composer.write('Hello', { how: 'replace', toPublic: true }, await composer.read());
  expect(log).toEqual([
    'ticket.comment.text = ',
    'ticket.comment.type = publicReply',
    'ticket.comment.appendHtml <p>Hello</p>',
  ]);
});

test('added below, what was typed stays', async () => {
  const { composer, values } = stage('publicReply', '<p>Hi</p>');
  await composer.write('Hello', { how: 'append', toPublic: false }, await composer.read());
  expect(values['ticket.comment.text']).toBe('<p>Hi</p><p>Hello</p>');
});

test('an editor that took nothing is a failure, not a success', async () => {
  const { composer } = stage('publicReply', '', { deaf: true });
  await expect(composer.write('Hello', FILL, await composer.read())).rejects.toThrow('took no text');
});

test('taking back restores the note as a note, and never in public', async () => {
  const { composer, values, log } = stage('internalNote', '<p>For the team</p>');
  const written = await composer.write('Hello', { how: 'replace', toPublic: true }, await composer.read());
  expect(await composer.takeBack(written)).toBe(true);
  expect(values).toMatchObject({ 'ticket.comment.type': 'internalNote', 'ticket.comment.text': '<p>For the team</p>' });
  expect(log.slice(-2)).toEqual(['ticket.comment.type = internalNote', 'ticket.comment.text = <p>For the team</p>']);
});

test('once the agent has typed, their words stay', async () => {
  const { composer, values } = stage('publicReply', '');
  const written = await composer.write('Hello', FILL, await composer.read());
  values['ticket.comment.text'] += ' there';
  expect(await composer.takeBack(written)).toBe(false);
  expect(values['ticket.comment.text']).toBe('<p>Hello</p> there');
});
