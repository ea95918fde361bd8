import type { AcceptanceVerdict, EditKind } from '@draftsmith/contracts';
import type { Topic } from './corpus/topic.ts';
import { FRAMES } from './letters.ts';

/** A draft, what was sent, and what really became of it. */
export interface Pair {
  kind: string;
  topic: Topic;
  draft: string;
  reply: string;
  verdict: Extract<AcceptanceVerdict, 'as-is' | 'edited' | 'ignored'>;
  /** A kind of edit that must be found; `exactly`: and no other. */
  edit?: EditKind;
  exactly?: boolean;
}

/** Not behind "4.", which a month follows. */
const SENTENCE_END = /(?<=[.!?])(?<!\s\d{1,2}\.) /;

/** All that agents do with the draft of a topic; `all` has its translations and other matters. */
export function pairsOf(topic: Topic, all: readonly Topic[]): Pair[] {
  const frame = FRAMES[topic.language];
  if (!frame) return [];
  const sentences = topic.draft.split(SENTENCE_END);
  const [first = '', second = '', ...rest] = sentences;
  const draft = [frame.greeting, frame.thanks, topic.draft, frame.offer, frame.signature].join('\n\n');
  const letter = (body: string) =>
    [frame.otherGreeting, frame.thanks, body, frame.offer, frame.otherSignature].join('\n\n');
  const replaced = ([from, to]: readonly [string, string], text = topic.draft) => text.replaceAll(from, to);
  const pair = (kind: string, reply: string, verdict: Pair['verdict'], more: Partial<Pair> = {}): Pair => ({
    ...{ kind, topic, draft, reply, verdict },
    ...more,
  });
  const edited = (kind: string, body: string, edit: EditKind, exactly = false) =>
    pair(kind, letter(body), 'edited', { edit, exactly });
  return [
    pair('as it is', draft, 'as-is'),
    pair('other frame', letter(topic.draft), 'as-is'),
    pair('quoted tail', `${draft}\n\n${frame.quote('Where is it?\n\nAnna')}`, 'as-is'),
    pair('typography', typographic(draft), 'as-is'),
    edited(
      'small edits',
      topic.small.reduce((text, change) => replaced(change, text), topic.draft),
      'tone',
      true,
    ),
    ...topic.facts.map((change) => edited('facts changed', replaced(change), 'facts')),
    edited('reordered', [second, first, ...rest].join(' '), 'reordered', true),
    edited('shortened', sentences.filter((_, i) => i % 2 === 0).join(' '), 'shortened', true),
    edited('a part of it', sentences.slice(2, 4).join(' '), 'shortened', true),
    edited('extended', `${topic.draft} ${topic.extra}`, 'extended', true),
    edited(
      'within an own letter',
      `${topic.extra} ${sentences.slice(1, 4).join(' ')} ${lastOf(topic.own[1])}`,
      'extended',
    ),
    edited('tone', topic.tone, 'tone'),
    edited('tone, half of it', everyOther(topic.tone), 'shortened'),
    edited('two sentences, rest own', `${topic.own[1]} ${sentences.slice(1, 3).join(' ')}`, 'extended'),
    ...topic.own.map((own) => pair('own reply', letter(own), 'ignored')),
    pair('own reply, same article', letter(`${topic.own[0]} ${sentences[4]}`), 'ignored'),
    pair('own reply, bare', topic.own[0] ?? '', 'ignored'),
    pair('own reply, draft quoted', `${letter(topic.own[0] ?? '')}\n\n${frame.quote(draft)}`, 'ignored'),
    pair('macro', letter(topic.macro), 'ignored'),
    ...elsewhere(topic, all).map((other) => pair('other matter', letter(other.draft), 'ignored')),
    ...all
      .filter(({ id, language }) => id === topic.id && language !== topic.language)
      .flatMap((other) => [
        pair('translated', framed(other.draft, other), 'edited', { edit: 'translated', exactly: true }),
        pair('own, other language', framed(other.own[0] ?? '', other), 'ignored'),
      ]),
  ];
}

function framed(body: string, { language }: Topic): string {
  const frame = FRAMES[language];
  return [frame?.otherGreeting, frame?.thanks, body, frame?.offer, frame?.otherSignature].join('\n\n');
}

/** The next matter in the same language. */
function elsewhere(topic: Topic, all: readonly Topic[]): Topic[] {
  const same = all.filter(({ language }) => language === topic.language);
  const next = same[(same.indexOf(topic) + 1) % same.length];
  return next ? [next] : [];
}

function everyOther(text: string): string {
  return text
    .split(SENTENCE_END)
    .filter((_, i) => i % 2 === 0)
    .join(' ');
}

function lastOf(text = ''): string {
  return text.split(SENTENCE_END).at(-1) ?? '';
}

/** As composers and mail programs leave it. */
function typographic(text: string): string {
  return text
    .replaceAll(/"([^"]+)"/g, '“$1”')
    .replaceAll("'", '’')
    .replaceAll('\n\n', '<br><br>\r\n')
    .replace(/ (?=\d)/g, '&nbsp;')
    .replace(/\. /g, '.  ');
}
