import type { MadeDeal } from './deals.ts';

/** Honest sentences with slots; `N` is a line item and `R` a rhythm of the deal. */
const SENTENCES: Readonly<Record<string, readonly string[]>> = {
  en: [
    'We propose {{item.N.name}} for {{customer.company}}: {{item.N.quantity}} in all, at {{item.N.net}}.',
    'The total comes to {{total.R.gross}} with tax and {{total.R.net}} without.',
    'The discount of {{total.R.discount}} is already taken off.',
    'This proposal, made for {{customer.name}}, is valid until {{proposal.valid_until}}.',
    'The contract runs for {{contract.term}}.',
    'Your teams get one view of their work.',
  ],
  ru: [
    'Мы предлагаем {{item.N.name}} для {{customer.company}}: количество {{item.N.quantity}}, стоимость {{item.N.net}}.',
    'Итого {{total.R.gross}} с налогом и {{total.R.net}} без него.',
    'Скидка {{total.R.discount}} уже учтена.',
    'Предложение для {{customer.name}} действует до {{proposal.valid_until}}.',
    'Срок договора — {{contract.term}}.',
    'Ваши команды видят всю работу целиком.',
  ],
  de: [
    'Wir schlagen {{item.N.name}} für {{customer.company}} vor: {{item.N.quantity}} zu insgesamt {{item.N.net}}.',
    'Insgesamt zahlen Sie {{total.R.gross}} mit Steuer, das sind {{total.R.net}} ohne.',
    'Der Rabatt von {{total.R.discount}} ist bereits abgezogen.',
    'Das Angebot für {{customer.name}} gilt bis zum {{proposal.valid_until}}.',
    'Der Vertrag läuft {{contract.term}}.',
    'Ihre Teams sehen die gesamte Arbeit auf einen Blick.',
  ],
  fr: [
    'Nous proposons {{item.N.name}} à {{customer.company}} : {{item.N.quantity}} au total, pour {{item.N.net}}.',
    'Le total est de {{total.R.gross}} avec taxes et de {{total.R.net}} hors taxes.',
    'La remise de {{total.R.discount}} est déjà déduite.',
    "L'offre faite à {{customer.name}} est valable jusqu'au {{proposal.valid_until}}.",
    'Le contrat court sur {{contract.term}}.',
    'Vos équipes voient tout leur travail.',
  ],
  es: [
    'Proponemos {{item.N.name}} para {{customer.company}}: {{item.N.quantity}} en total, por {{item.N.net}}.',
    'El total es de {{total.R.gross}} con impuestos y de {{total.R.net}} antes de impuestos.',
    'El descuento de {{total.R.discount}} ya está aplicado.',
    'La oferta para {{customer.name}} es válida hasta el {{proposal.valid_until}}.',
    'El contrato dura {{contract.term}}.',
    'Sus equipos ven todo su trabajo.',
  ],
  pt: [
    'Propomos {{item.N.name}} para {{customer.company}}: {{item.N.quantity}} no total, por {{item.N.net}}.',
    'O total é de {{total.R.gross}} com impostos e de {{total.R.net}} antes de impostos.',
    'O desconto de {{total.R.discount}} já está aplicado.',
    'A proposta para {{customer.name}} é válida até {{proposal.valid_until}}.',
    'O contrato dura {{contract.term}}.',
    'As suas equipes veem todo o trabalho.',
  ],
};

/** Where a total holds no tax, nothing may speak of it. */
const UNTAXED: Readonly<Record<string, string>> = {
  en: 'The total comes to {{total.R.gross}}.',
  ru: 'Итого {{total.R.gross}}.',
  de: 'Insgesamt zahlen Sie {{total.R.gross}}.',
  fr: 'Le total est de {{total.R.gross}}.',
  es: 'El total es de {{total.R.gross}}.',
  pt: 'O total é de {{total.R.gross}}.',
};

/** Small changes that make an honest sentence a lie. */
const FORGERIES: readonly ((sentence: string, digit: number) => string)[] = [
  (sentence, digit) => sentence.replace('{{', `${digit}{{`),
  (sentence, digit) => sentence.replace(/\}\}(?!.*\}\})/, `}}${digit}`),
  (sentence) => sentence.replace('{{', '-{{'),
  (sentence, digit) => sentence.replace(/\{\{[^}]*\}\}/, String(digit * 137)),
  (sentence) => sentence.replace(/\}\}(?!.*\}\})/, '}} %'),
  (sentence) => sentence.replace('{{', '{{{{'),
  (sentence) => sentence.replace(/\{\{[a-z]+\./, '{{hidden.'),
  (sentence, digit) => `${sentence.slice(0, -1)} + ${digit} €.`,
  (sentence, digit) => `${sentence.slice(0, -1)} (${digit}).`,
  (sentence) => sentence.replace(/\{\{[^}]*\}\}/, 'Zorblatt Industries'),
  (sentence) => sentence.replace(/\{\{[^}]*\.quantity\}\}/, '$& sites'),
  (sentence) => sentence.replace('{{total', 'per user {{total'),
];

export interface Story {
  honest: readonly string[];
  forged: readonly string[];
}

/** Sentences about a deal, true and forged ones. */
export function tellStory({ language, items, table }: MadeDeal, random: () => number): Story {
  const below = (limit: number) => Math.floor(random() * limit);
  const honest: string[] = [];
  const forged: string[] = [];
  for (const sentence of SENTENCES[language] ?? []) {
    const total = table.totals[below(table.totals.length)];
    const rhythm = (total?.rhythm ?? 'once').replaceAll('-', '_');
    const untaxed = sentence.includes('total.R.gross') && total?.taxes.length === 0;
    const told = (untaxed ? (UNTAXED[language] ?? sentence) : sentence)
      .replaceAll('item.N.', `item.${1 + below(items.length)}.`)
      .replaceAll('total.R.', `total.${rhythm}.`);
    honest.push(told);
    const forge = FORGERIES[below(FORGERIES.length)];
    const lie = forge?.(told, 1 + below(9)) ?? told;
    if (told.includes('{{') && lie !== told && random() < 0.5) forged.push(lie);
  }
  return { honest, forged };
}
