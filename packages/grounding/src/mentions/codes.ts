import { fold } from '@draftsmith/letters';
import type { Mention, MentionValue } from './mention.ts';
import type { Reader } from './reader.ts';

const ORDER_WORDS =
  /^(?:order|orders|ticket|case|reference|ref|invoice|id|number|no|nr|bestellung|bestellnummer|auftrag|rechnung|kundennummer|vorgang|commande|facture|numero|n|pedido|factura|encomenda|fatura|заказ|заказа|заказу|заказе|счет|номер|№|#|order-no)$/;
const VERSION_WORDS =
  /^(?:version|versions|release|v|ver|firmware|версия|версии|версию|версией|versao|ios|android|windows|macos)$/;
/** Ungrouped digits this long name something. */
const LONG_NUMBER = 6;

/** The link, address, order number, version or phone number at a token. */
export function readCode(reader: Reader, index: number): Mention | undefined {
  const token = reader.tokens[index];
  if (!token) return undefined;
  const mention = (kind: Mention['kind'], value: MentionValue): Mention => ({
    kind,
    value,
    from: index,
    to: index + 1,
  });
  switch (token.type) {
    case 'link':
      return mention('link', { type: 'text', dimension: 'link', text: normaliseLink(token.text) });
    case 'email':
      return mention('email', { type: 'text', dimension: 'email', text: token.text.toLowerCase() });
    case 'phone':
      return mention('number', { type: 'text', dimension: 'phone', text: token.text.replace(/\D/g, '') });
    case 'version':
      return mention('version', { type: 'text', dimension: 'version', text: fold(token.text).replace(/^v/, '') });
    case 'code':
      return mention('order', { type: 'text', dimension: 'order', text: fold(token.text).replace(/^#/, '') });
    case 'number':
      return numberCode(reader, index);
    default:
      return undefined;
  }
}

function numberCode(reader: Reader, index: number): Mention | undefined {
  const text = reader.tokens[index]?.text ?? '';
  if (!/^\d[\d.]*$/.test(text)) return undefined;
  if (nearby(reader, index, VERSION_WORDS))
    return { kind: 'version', value: { type: 'text', dimension: 'version', text }, from: index, to: index + 1 };
  const named = /^\d{4,}$/.test(text) && nearby(reader, index, ORDER_WORDS);
  if (!named && !(text.length >= LONG_NUMBER && /^\d+$/.test(text) && !/00$/.test(text))) return undefined;
  return { kind: 'order', value: { type: 'text', dimension: 'order', text }, from: index, to: index + 1 };
}

function nearby(reader: Reader, index: number, pattern: RegExp): boolean {
  for (let i = index - 1; i >= index - 3 && i >= 0; i--) {
    if (pattern.test(reader.word(i))) return true;
    if (reader.tokens[i]?.type !== 'mark' && !/^(?:number|no|nr|is|the|numero|номер)$/.test(reader.word(i)))
      return false;
  }
  return false;
}

/** Links are equal without scheme, `www.`, fragment and a slash at the end; the host in lower case. */
export function normaliseLink(link: string): string {
  const bare = link
    .replace(/^https?:\/\//i, '')
    .replace(/^www\./i, '')
    .replace(/#.*$/s, '')
    .replace(/\/$/, '');
  const slash = bare.search(/[/?]/);
  return slash < 0 ? bare.toLowerCase() : bare.slice(0, slash).toLowerCase() + bare.slice(slash);
}
