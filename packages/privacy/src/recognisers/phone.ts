import { createRequire } from 'node:module';
import type { Entity, Recogniser } from '../entity.ts';

const CANDIDATE =
  /(?<![\p{L}\p{N}.,/#№$€£+-])(?:\+\s?)?\(?\d(?:[\d ().\u00a0/-]{4,22})\d(?!(?!x\d)[\p{L}\p{N}%€$£]|[.,:]\d)/gu;
/** After such a word plain digits are a phone number. */
const PHONE_BEFORE =
  /(?:\b(?:answering|reach(?:ed|able)?|texted|rang|dial(?:led|ed)?|tel|phone|mobile|cell|fax|call|whatsapp|telefon|handy|mobil|anrufen|rückruf|teléfono|móvil|llamar|llámenme|portable|téléphone|telefone|celular|telemóvel|ligar)|тел|телефон\S*|номер телефона|моб|мобильн\S*|звоните|позвоните|перезвоните|вотсап)[\s.:#)]*(?:(?:me|us|is|number|nr|no|at|on|unter|al|au|мне|по|номер\S*|номеру|ist|es)[\s.:]*){0,3}$/iu;
/** After such a word digits name a thing. */
const THING_BEFORE =
  /(?:order|invoice|ticket|case|ref|reference|tracking|serial|sku|number|id|bestell\S*|auftrag\S*|rechnung\S*|sendung\S*|kunden\S*|pedido|factura|referencia|seguimiento|commande|facture|suivi|encomenda|fatura|заказ\S*|счет\S*|счёт\S*|накладн\S*|трек\S*|номер\S*|артикул\S*|№|#)[\s.:#№-]*(?:(?:no|nr|num|number|nummer|número|номер\S*|is|ist|es)[\s.:#№-]*){0,2}$/iu;
/** And before one of these: "02 555 01 99 (office)". */
const PHONE_AFTER =
  /^(?:(?:x|ext\.?) ?\d{1,6})?[ ,(-]{1,3}(?:office|fax|mobile|cell|home|work|phone|tel|direct|landline|büro|privat|mobil|handy|bureau|portable|domicile|oficina|móvil|casa|ufficio|cellulare|kantoor|mobiel|biuro|komórka|раб|дом|моб|факс)(?![\p{L}])/iu;
const LOOK_BACK = 40;
const LOOK_AHEAD = 24;

/**
 * Phone numbers by their written form. Plain runs of digits are left alone unless a word says that they are a phone:
 * an order number that is taken away makes a reply useless.
 */
export const findPhones: Recogniser = (text) => {
  const found: Entity[] = [];
  for (const match of text.matchAll(CANDIDATE)) {
    const written = match[0];
    const before = text.slice(Math.max(0, match.index - LOOK_BACK), match.index);
    const after = text.slice(match.index + written.length, match.index + written.length + LOOK_AHEAD);
    if (isPhone(written, before, after))
      found.push({ type: 'PHONE', start: match.index, end: match.index + written.length });
  }
  return found;
};

/** Tried where nobody says which countries an account has to do with. */
const USUAL_REGIONS = ['US', 'GB', 'DE', 'FR', 'ES', 'IT', 'NL', 'PL', 'RU', 'BR', 'PT'];
const EXTENSION = /\s?(?:x|ext\.?|extension|durchwahl|доб\.?)\s?\d{1,6}(?!\d)/iuy;
/** Checking a number against a country's plan takes some ten microseconds. */
const MOST_CHECKED = 20;

/** The same, and whatever the numbering plans of these countries know; with extensions. */
export function createPhoneFinder(regions: readonly string[]): Recogniser {
  const tried = regions.length > 0 ? regions : USUAL_REGIONS;
  return (text) => {
    const found: Entity[] = [];
    let checked = 0;
    for (const { 0: written, index } of text.matchAll(CANDIDATE)) {
      const before = text.slice(Math.max(0, index - LOOK_BACK), index);
      const after = text.slice(index + written.length, index + written.length + LOOK_AHEAD);
      const known = isPhone(written, before, after);
      if (!known && (checked >= MOST_CHECKED || !mayBeNational(written, before))) continue;
      if (!known) checked += 1;
      if (!known && !tried.some((region) => isValidIn(region, written))) continue;
      EXTENSION.lastIndex = index + written.length;
      const extension = EXTENSION.exec(text)?.[0].length ?? 0;
      found.push({ type: 'PHONE', start: index, end: index + written.length + extension });
    }
    return found;
  };
}

/** In groups, or with the zero of a trunk call: any other run of digits is a number of something. */
function mayBeNational(written: string, before: string): boolean {
  const digits = written.replace(/\D/g, '').length;
  if (digits < 8 || digits > 13 || isDateOrAmount(written) || THING_BEFORE.test(before)) return false;
  return /^\(?0[1-9]/.test(written) || (written.match(/\d[ ./-]+(?=\d)/g)?.length ?? 0) >= 2;
}

function isValidIn(region: string, written: string): boolean {
  const plan = phonePlans();
  return plan.isSupportedCountry(region) && plan.isValidPhoneNumber(written, region);
}

type PhonePlans = typeof import('libphonenumber-js/min');
let plans: PhonePlans | undefined;

/** Read when the first number needs it: the plans of all countries take 15 MB. */
function phonePlans(): PhonePlans {
  plans ??= createRequire(import.meta.url)('libphonenumber-js/min') as PhonePlans;
  return plans;
}

function isPhone(written: string, before: string, after: string): boolean {
  const digits = written.replace(/\D/g, '');
  if (digits.length < 7 || digits.length > 15 || isDateOrAmount(written)) return false;
  if (written.startsWith('+')) return digits.length >= 8;
  if (PHONE_BEFORE.test(before) || PHONE_AFTER.test(after)) return true;
  if (THING_BEFORE.test(before)) return false;
  if (/^\(?00[1-9]/.test(written)) return digits.length >= 10;
  return NATIONAL_FORMS.some((form) => form.test(written));
}

/** National forms that are written in groups; a plain run of digits matches none of them except Russian mobiles. */
const NATIONAL_FORMS: readonly RegExp[] = [
  /^(?:1[ .-])?\(\d{3}\)[ .-]?\d{3}[ .-]\d{4}$/, // (555) 010-0199
  /^(?:1[ .-])?\d{3}([ .-])\d{3}\1\d{4}$/, // 555-010-0199
  /^8[ -]?\(?\d{3,5}\)?[ -]?\d{1,3}[ -]?\d{2}[ -]?\d{2}$/, // 8 (912) 345-67-89, 89123456789
  /^\(?0\d{1,5}\)?[ /-]{1,3}\d{2,4}(?:[ -]?\d{2,5}){1,4}$/, // 030 1234567, 0171/123 45 67, 06 12 34 56 78
  /^0\d(?:[ .]\d{2}){4}$/,
  /^[6789]\d{2}(?: \d{3}){2}$/, // 612 345 678
  /^[6789]\d{2}(?: \d{2}){3}$/,
  /^\(?\d{2}\)? 9?\d{4}-\d{4}$/, // (11) 91234-5678
];

function isDateOrAmount(written: string): boolean {
  return (
    /^\d{4}[-./]\d{1,2}[-./]\d{1,2}(?:\D|$)/.test(written) ||
    /^\d{1,2}[-./]\d{1,2}[-./]\d{2,4}(?:[^\d./-]|$)/.test(written) ||
    /^[1-9]\d{0,2}(?:[ .\u00a0]000)+$/.test(written)
  );
}
