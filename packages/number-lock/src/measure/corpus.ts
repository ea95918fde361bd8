import type { Fact, FactKind } from '@draftsmith/contracts';
import { HONEST_DE } from './honest/de.ts';
import { HONEST_EN } from './honest/en.ts';
import { HONEST_ES } from './honest/es.ts';
import { HONEST_FR } from './honest/fr.ts';
import { HONEST_PT } from './honest/pt.ts';
import { HONEST_RU } from './honest/ru.ts';
import { ATTACK } from './later/attack.ts';
import { LATER_HONEST } from './later/honest.ts';
import { LAST_HONEST, LAST_LIES } from './later/last.ts';
import { LATER_LIES } from './later/lies.ts';
import { MEANING_HONEST, MEANING_LIES } from './later/meaning.ts';
import { MEANING_LAST_HONEST, MEANING_LAST_LIES } from './later/meaning-last.ts';
import { MEANING_LATER_HONEST, MEANING_LATER_LIES } from './later/meaning-later.ts';
import { LIES_DE } from './lies/de.ts';
import { LIES_EN } from './lies/en.ts';
import { LIES_ES } from './lies/es.ts';
import { LIES_FR } from './lies/fr.ts';
import { LIES_PT } from './lies/pt.ts';
import { LIES_RU } from './lies/ru.ts';

/** One sentence of a proposal about the deal below; every paragraph cites the note of its language. */
export interface CorpusRow {
  language: string;
  text: string;
  /** Rules may be tuned on the others only. */
  heldOut: boolean;
}

function rows(byLanguage: Readonly<Record<string, readonly string[]>>): readonly CorpusRow[] {
  return Object.entries(byLanguage).flatMap(([language, texts]) =>
    texts.map((text, index) => ({ language, text, heldOut: index % 2 === 1 })),
  );
}

export const HONEST = rows({
  en: HONEST_EN,
  ru: HONEST_RU,
  de: HONEST_DE,
  fr: HONEST_FR,
  es: HONEST_ES,
  pt: HONEST_PT,
});
export const LIES = rows({ en: LIES_EN, ru: LIES_RU, de: LIES_DE, fr: LIES_FR, es: LIES_ES, pt: LIES_PT });

export const LATER_HONEST_ROWS = rows(LATER_HONEST);
export const ATTACK_ROWS = rows(ATTACK);
export const LAST_HONEST_ROWS = rows(LAST_HONEST);
export const LAST_LIES_ROWS = rows(LAST_LIES);
export const LATER_LIES_ROWS = rows(LATER_LIES);
export const MEANING_HONEST_ROWS = rows(MEANING_HONEST);
export const MEANING_LIES_ROWS = rows(MEANING_LIES);
export const MEANING_LAST_HONEST_ROWS = rows(MEANING_LAST_HONEST);
export const MEANING_LAST_LIES_ROWS = rows(MEANING_LAST_LIES);
export const MEANING_LATER_HONEST_ROWS = rows(MEANING_LATER_HONEST);
export const MEANING_LATER_LIES_ROWS = rows(MEANING_LATER_LIES);

const origin = { kind: 'crm', object: 'deal', id: '1', property: 'any' } as const;

function fact(key: string, kind: FactKind, value: string): Fact {
  return { key, kind, value, ...(kind === 'money' && { currency: 'EUR' }), origin };
}

export const FACTS: readonly Fact[] = [
  fact('proposal.date', 'date', '2026-03-02'),
  fact('proposal.valid_until', 'date', '2026-04-01'),
  fact('company.name', 'organization', 'Brightline Software'),
  fact('customer.company', 'organization', 'Harbor & Pine Logistics'),
  fact('customer.name', 'person', 'Olivia Bennett'),
  fact('customer.first_name', 'person', 'Olivia'),
  fact('customer.job_title', 'text', 'Head of Operations'),
  fact('contact.2.name', 'person', 'Daniel Kruse'),
  fact('deal.name', 'text', 'Harbor & Pine: warehouse rollout'),
  fact('deal.close_date', 'date', '2026-03-31'),
  fact('owner.name', 'person', 'Marina Sokolova'),
  fact('owner.email', 'text', 'marina@brightline.example'),
  fact('items.count', 'quantity', '3'),
  fact('item.1.name', 'product', 'StockPilot Pro'),
  fact('item.1.quantity', 'quantity', '40'),
  fact('item.1.price', 'money', '29.90'),
  fact('item.1.net', 'money', '956.80'),
  fact('item.1.discount', 'money', '239.20'),
  fact('item.1.discount_percent', 'percent', '20'),
  fact('item.1.tax_percent', 'percent', '19'),
  fact('item.1.starts_on', 'date', '2026-05-04'),
  fact('item.2.name', 'product', 'Onboarding workshop'),
  fact('item.2.quantity', 'quantity', '2'),
  fact('item.2.price', 'money', '1450.00'),
  fact('item.2.net', 'money', '2900.00'),
  fact('item.3.name', 'product', 'Consulting hours'),
  fact('item.3.quantity', 'quantity', '16'),
  fact('item.3.price', 'money', '140.00'),
  fact('item.3.net', 'money', '2240.00'),
  fact('total.once.net', 'money', '5140.00'),
  fact('total.once.tax', 'money', '976.60'),
  fact('total.once.gross', 'money', '6116.60'),
  fact('total.month.net', 'money', '956.80'),
  fact('total.month.tax', 'money', '181.79'),
  fact('total.month.discount', 'money', '239.20'),
  fact('total.month.gross', 'money', '1138.59'),
  fact('contract.term', 'duration', 'P12M'),
  fact('contract.total', 'money', '19779.68'),
];

export const NAMES = {
  people: ['Olivia Bennett', 'Daniel Kruse', 'Marina Sokolova', 'Марина Соколова', 'Оливия Беннетт'],
  organizations: ['Brightline Software', 'Harbor & Pine Logistics', 'Харбор энд Пайн'],
  products: ['StockPilot Pro', 'Onboarding workshop', 'Consulting hours'],
  places: [],
};

/** Of the company's own texts. */
export const ALLOWED = ['ISO 27001'];

/** What the customer wrote: counts and names that a paragraph may repeat when it cites it. */
export const NOTES: Readonly<Record<string, string>> = {
  en: 'We run 12 warehouses and four picking zones in each. Stock is kept in Excel and in SAP. Returns took 9 days last month and cost us 40,000 euros. Our hub in Rotterdam has 85 scanners. Peter Hollis from Vantora asked for a report.',
  de: 'Wir betreiben 12 Lager und vier Kommissionierzonen. Bestände stehen in Excel und in SAP. Retouren dauerten zuletzt 9 Tage und kosteten 40.000 Euro. In Rotterdam haben wir 85 Scanner. Herr Hollis von Vantora wollte einen Bericht.',
  fr: 'Nous exploitons 12 entrepôts et quatre zones de préparation. Les stocks sont tenus dans Excel et dans SAP. Les retours ont pris 9 jours le mois dernier et coûté 40 000 euros. À Rotterdam nous avons 85 scanners. Monsieur Hollis de Vantora a demandé un rapport.',
  es: 'Tenemos 12 almacenes y cuatro zonas de preparación. Las existencias se llevan en Excel y en SAP. Las devoluciones tardaron 9 días el mes pasado y costaron 40.000 euros. En Rotterdam tenemos 85 escáneres. El señor Hollis de Vantora pidió un informe.',
  pt: 'Temos 12 armazéns e quatro zonas de preparação. Os estoques ficam no Excel e no SAP. As devoluções levaram 9 dias no mês passado e custaram 40.000 euros. Em Rotterdam temos 85 leitores. O senhor Hollis da Vantora pediu um relatório.',
  ru: 'У нас 12 складов и четыре зоны сборки. Остатки ведём в Excel и в SAP. Возвраты в прошлом месяце занимали 9 дней и стоили 40 000 евро. В Роттердаме у нас 85 сканеров. Пётр Холлис из компании «Вантора» просил отчёт.',
};
