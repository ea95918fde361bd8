import type { AddressKind } from './contain-marks.ts';
import { ADDRESS_PATTERNS, plainForm } from './contain-patterns.ts';

/** An address in a text, however it is spelled. */
export interface FoundAddress {
  kind: AddressKind;
  /** UTF-16 offsets. */
  start: number;
  end: number;
  /** As it would be typed: `evil.example/x` for `evil[.]example/x`. */
  plain: string;
}

const TRAILING = /[.,;:!?)\]}>'"»”’…*_]+$/;
/** Files are named with a dot, too. */
const FILE =
  /\.(?:pdf|docx?|xlsx?|pptx?|txt|csv|json|xml|ya?ml|html?|js|ts|css|png|jpe?g|gif|svg|webp|mp[34]|exe|dmg|pkg|apk|ini|log|php|net)$/;

const CALL =
  /(?:call|phone|tel|dial|ring|fax|sms|whatsapp|viber|hotline|звон|тел|anruf|ruf|appel|llam|teléfono|lig|telefone|ara|电话|致电|拨打|هاتف|اتصل)[^\p{N}\n]{0,20}$/iu;
const NUMBERED =
  /(?:order|ticket|case|invoice|tracking|number|no|nr|заказ\p{L}*|номер\p{L}*|bestell\p{L}*|auftrag\p{L}*|commande|pedido|encomenda|sipariş|订单号?|طلب|#|№)[\s.:#№]*$/iu;
const DATE = /^(?:\d{4}[-./]\d{1,2}[-./]\d{1,2}|\d{1,2}[-./]\d{1,2}[-./]\d{2,4})/;
const GROUPED = /^\d{1,3}(?:[ \u00a0\u202f.,]\d{3})+$/;
/** Characters before a number that may say what it is. */
const NEAR = 24;

/** No pattern reads over it. */
const BLANK = '<';

/** Every link, e-mail address, phone and account number of a text, in order, without overlaps. */
export function findAddresses(text: string): FoundAddress[] {
  const found: FoundAddress[] = [];
  let open = text;
  for (const { kind, pattern } of ADDRESS_PATTERNS) {
    const known = found.length;
    for (const { 0: whole, index: start } of open.matchAll(pattern)) {
      const written = whole.replace(TRAILING, '');
      const address = { kind, start, end: start + written.length, plain: plainForm(written, kind) };
      if (written !== '' && isAddress(address, written, open)) found.push(address);
    }
    if (found.length > known) open = masked(open, found);
  }
  return found.sort((a, b) => a.start - b.start);
}

function isAddress({ kind, start, plain }: FoundAddress, written: string, text: string): boolean {
  if (kind === 'link') return !FILE.test(plain) || /[/@]|^www\./.test(plain);
  return kind !== 'phone' || isPhone(plain, written, text.slice(Math.max(0, start - NEAR), start));
}

/** In doubt it is one: nobody is helped by a phone number that no source has. */
function isPhone(digits: string, written: string, before: string): boolean {
  if (!/^\p{N}+$/u.test(digits)) return true;
  if (DATE.test(written)) return false;
  if (/^[+＋(0]/.test(written) || CALL.test(before)) return true;
  if (GROUPED.test(written) || NUMBERED.test(before)) return false;
  return digits.length >= 10 || written.split(/\P{Nd}+/u).filter(Boolean).length >= 3;
}

function masked(text: string, found: readonly FoundAddress[]): string {
  let result = '';
  let rest = 0;
  for (const { start, end } of found.toSorted((a, b) => a.start - b.start)) {
    result += text.slice(rest, start) + BLANK.repeat(end - start);
    rest = end;
  }
  return result + text.slice(rest);
}
