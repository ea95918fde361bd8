import { expect, test } from 'vitest';
import type { ComposerContent } from '../zaf/composer.ts';
import { type InsertionPorts, insertDraft } from './insert-draft.ts';
import type { Answer, Facts, Question } from './next-step.ts';

interface Scene {
  content?: ComposerContent;
  answers?: readonly Answer[];
  /** What happens while a question is on screen. */
  meanwhile?: (
    question: Question,
    scene: Required<Pick<Scene, 'content'>> & { verdict: Facts['verdict']; open: string },
  ) => void;
}

function stage({ content = { type: 'publicReply', text: '' }, answers = [], meanwhile }: Scene = {}) {
  const scene = { content, verdict: 'ok' as Facts['verdict'], open: '1' };
  const asked: Question[] = [];
  const written: string[] = [];
  const composer: InsertionPorts['composer'] = {
    read: async () => ({ ...scene.content }),
    write: async (text, { how }, before) => {
      written.push(`${how}: ${text}`);
      return { before, after: scene.content };
    },
  };
  const ports: InsertionPorts = {
    composer,
    ticketId: async () => scene.open,
    verdict: async () => scene.verdict,
    ask: async (question) => {
      asked.push(question);
      meanwhile?.(question, scene);
      return answers[asked.length - 1] ?? 'cancel';
    },
  };
  return { ports, asked, written, scene };
}

test('an empty reply is filled without a question', async () => {
  const { ports, asked, written } = stage();
  expect(await insertDraft({ text: 'Hello', internal: false }, '1', ports)).toMatchObject({ kind: 'inserted' });
  expect(asked).toEqual([]);
  expect(written).toEqual(['fill: Hello']);
});

test('every question is asked once, in the order of what matters', async () => {
  const typed = { type: 'publicReply', text: 'Hi' };
  const { ports, asked, written, scene } = stage({ content: typed, answers: ['go-on', 'go-on', 'append'] });
  scene.verdict = 'replied';
  await insertDraft({ text: 'Hello', internal: true }, '1', ports);
  expect(asked).toEqual(['replied', 'internal', 'typed-reply']);
  expect(written).toEqual(['append: Hello']);
});

test('the ticket is switched while a question is open: nothing is written', async () => {
  const { ports, written } = stage({
    answers: ['go-on'],
    meanwhile: (_, scene) => {
      scene.open = '2';
    },
  });
  const result = await insertDraft({ text: 'Hello', internal: true }, '1', ports);
  expect(result).toEqual({ kind: 'refused', why: 'other-ticket' });
  expect(written).toEqual([]);
});

test('the customer writes while a question is open: it is asked about that, too', async () => {
  const { ports, asked, written } = stage({
    answers: ['go-on', 'cancel'],
    meanwhile: (_, scene) => {
      scene.verdict = 'newer-message';
    },
  });
  expect(await insertDraft({ text: 'Hello', internal: true }, '1', ports)).toEqual({ kind: 'cancelled' });
  expect(asked).toEqual(['internal', 'newer-message']);
  expect(written).toEqual([]);
});

test('somebody who types all the while is not asked for ever, and loses nothing', async () => {
  let typed = 0;
  const { ports, written } = stage({
    content: { type: 'publicReply', text: 'a' },
    answers: Array.from({ length: 20 }, () => 'replace' as const),
    meanwhile: (_, scene) => {
      scene.content = { type: 'publicReply', text: `a${typed++}` };
    },
  });
  expect(await insertDraft({ text: 'Hello', internal: false }, '1', ports)).toEqual({ kind: 'cancelled' });
  expect(written).toEqual([]);
});
