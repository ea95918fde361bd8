import type { LanguagePack } from './phrases/language-pack.ts';
import { allSentences, blocks, isListItem, sentences, tidy } from './text.ts';

/** A ready reply taken apart, so that it can be set into a letter of our own without two greetings. */
export interface Letter {
  /** The sentences that thank or apologise before the answer begins. */
  opener?: string;
  body: readonly string[];
  /** The sentences that offer more help. */
  offer?: string;
}

const LONGEST_CLOSING_LINES = 6;
const LONGEST_CLOSING_LINE = 60;
const FORMALITIES = 2;

export function openLetter(text: string, pack: LanguagePack): Letter {
  const body = blocks(withoutSignOff(withoutGreeting(tidy(text), pack), pack));
  const opener = takeOpener(body, pack);
  const offer = takeOffer(body, pack);
  return { body, ...(opener ? { opener } : {}), ...(offer ? { offer } : {}) };
}

function withoutGreeting(text: string, pack: LanguagePack): string {
  return text.replace(pack.greeting, '').trim();
}

/** Everything from the closing formula on, when only a name or two follow it. */
function withoutSignOff(text: string, pack: LanguagePack): string {
  const lines = text.split('\n');
  const first = Math.max(1, lines.length - LONGEST_CLOSING_LINES);
  for (let at = first; at < lines.length; at++) {
    const closing = lines.slice(at);
    if (!pack.signOff.test(lines[at]?.trim() ?? '')) continue;
    if (closing.every((line) => line.length <= LONGEST_CLOSING_LINE)) return lines.slice(0, at).join('\n').trim();
  }
  return text;
}

function takeOpener(body: string[], pack: LanguagePack): string | undefined {
  const taken: string[] = [];
  while (taken.length < FORMALITIES) {
    const [first, ...others] = firstLine(body, pack);
    if (!first || !pack.opener.test(first)) break;
    taken.push(first);
    replaceFirstLine(body, others.join(' '));
  }
  return taken.length > 0 ? taken.join(' ') : undefined;
}

function firstLine(body: readonly string[], pack: LanguagePack): string[] {
  const line = body[0]?.split('\n')[0] ?? '';
  return isListItem(line) ? [] : sentences(line, pack.language);
}

function replaceFirstLine(body: string[], line: string): void {
  const rest = (body[0] ?? '').split('\n').slice(1).join('\n').trim();
  const block = [line, rest].filter((part) => part !== '').join('\n');
  if (block === '') body.shift();
  else body[0] = block;
}

function takeOffer(body: string[], pack: LanguagePack): string | undefined {
  const taken: string[] = [];
  while (taken.length < FORMALITIES && body.length > 0) {
    const block = body.at(-1) ?? '';
    const last = allSentences(block, pack.language).at(-1);
    if (!last || isListItem(last) || !pack.offer.test(last)) break;
    taken.unshift(last);
    const rest = block.slice(0, block.lastIndexOf(last)).trim();
    if (rest === '') body.pop();
    else body[body.length - 1] = rest;
  }
  return taken.length > 0 ? taken.join(' ') : undefined;
}
