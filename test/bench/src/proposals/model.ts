import type { ReplyFunction } from '@draftsmith/simulators/models';

const PROSE: Readonly<Record<string, string>> = {
  summary: 'Your teams want to replace the paper lists before the season begins.',
  solution: 'We propose {{item.1.name}} and {{item.2.name}}.',
  scope: 'The offer covers everything that your teams need to work together.',
  timeline: 'We begin as soon as you agree.',
  'next-steps': 'Please come back to us with your questions.',
};

/** A model of no latency that writes what it is asked for. */
export const writesSections: ReplyFunction = ({ messages }) => {
  const asked = messages.map(({ text }) => text).join('\n');
  const kinds = (/Write now: ([\w, -]+)\./.exec(asked)?.[1] ?? '').split(', ');
  const sections = kinds.map((kind) => ({
    kind,
    paragraphs: [{ text: PROSE[kind] ?? '', bullet: false, sources: kind === 'summary' ? [1] : [] }],
  }));
  return JSON.stringify({ sections });
};
