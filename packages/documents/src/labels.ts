import { type WrittenLanguage, writtenLanguage } from '@draftsmith/pricing';

/** The fixed words of a document. What carries a figure is a function of the formatted figure. */
export interface Labels {
  preparedFor: string;
  preparedBy: string;
  date: string;
  validUntil: string;
  number: string;
  item: string;
  quantity: string;
  price: string;
  discount: string;
  tax: string;
  amount: string;
  subtotal: string;
  net: string;
  total: string;
  once: string;
  totalOnce: string;
  recurring: string;
  contractTotal: string;
  term: string;
  from: string;
  page: (page: number | string, pages: number | string) => string;
}

const en: Labels = {
  preparedFor: 'Prepared for',
  preparedBy: 'Prepared by',
  date: 'Date',
  validUntil: 'Valid until',
  number: 'Number',
  item: 'Item',
  quantity: 'Quantity',
  price: 'Unit price',
  discount: 'Discount',
  tax: 'Tax',
  amount: 'Amount',
  subtotal: 'Subtotal',
  net: 'Net',
  total: 'Total',
  once: 'One-time',
  totalOnce: 'Total, one-time',
  recurring: 'Recurring',
  contractTotal: 'Total over the agreed term',
  term: 'Term',
  from: 'from',
  page: (page, pages) => `Page ${page} of ${pages}`,
};

const ru: Labels = {
  preparedFor: 'Подготовлено для',
  preparedBy: 'Подготовил',
  date: 'Дата',
  validUntil: 'Действительно до',
  number: 'Номер',
  item: 'Позиция',
  quantity: 'Кол-во',
  price: 'Цена',
  discount: 'Скидка',
  tax: 'Налог',
  amount: 'Сумма',
  subtotal: 'Промежуточный итог',
  net: 'Без налога',
  total: 'Итого',
  once: 'Разовые платежи',
  totalOnce: 'Итого, разово',
  recurring: 'Регулярные платежи',
  contractTotal: 'Всего за согласованный срок',
  term: 'Срок',
  from: 'с',
  page: (page, pages) => `Страница ${page} из ${pages}`,
};

const de: Labels = {
  preparedFor: 'Erstellt für',
  preparedBy: 'Erstellt von',
  date: 'Datum',
  validUntil: 'Gültig bis',
  number: 'Nummer',
  item: 'Position',
  quantity: 'Menge',
  price: 'Einzelpreis',
  discount: 'Rabatt',
  tax: 'Steuer',
  amount: 'Betrag',
  subtotal: 'Zwischensumme',
  net: 'Netto',
  total: 'Gesamt',
  once: 'Einmalig',
  totalOnce: 'Gesamt, einmalig',
  recurring: 'Wiederkehrend',
  contractTotal: 'Gesamt über die vereinbarte Laufzeit',
  term: 'Laufzeit',
  from: 'ab',
  page: (page, pages) => `Seite ${page} von ${pages}`,
};

const fr: Labels = {
  preparedFor: 'Préparé pour',
  preparedBy: 'Préparé par',
  date: 'Date',
  validUntil: 'Valable jusqu’au',
  number: 'Numéro',
  item: 'Désignation',
  quantity: 'Quantité',
  price: 'Prix unitaire',
  discount: 'Remise',
  tax: 'Taxe',
  amount: 'Montant',
  subtotal: 'Sous-total',
  net: 'Net',
  total: 'Total',
  once: 'Paiement unique',
  totalOnce: 'Total, paiement unique',
  recurring: 'Récurrent',
  contractTotal: 'Total sur la durée convenue',
  term: 'Durée',
  from: 'à partir du',
  page: (page, pages) => `Page ${page} sur ${pages}`,
};

const es: Labels = {
  preparedFor: 'Preparado para',
  preparedBy: 'Preparado por',
  date: 'Fecha',
  validUntil: 'Válido hasta',
  number: 'Número',
  item: 'Concepto',
  quantity: 'Cantidad',
  price: 'Precio unitario',
  discount: 'Descuento',
  tax: 'Impuesto',
  amount: 'Importe',
  subtotal: 'Subtotal',
  net: 'Neto',
  total: 'Total',
  once: 'Pago único',
  totalOnce: 'Total, pago único',
  recurring: 'Recurrente',
  contractTotal: 'Total durante el plazo acordado',
  term: 'Plazo',
  from: 'desde el',
  page: (page, pages) => `Página ${page} de ${pages}`,
};

const pt: Labels = {
  preparedFor: 'Preparado para',
  preparedBy: 'Preparado por',
  date: 'Data',
  validUntil: 'Válido até',
  number: 'Número',
  item: 'Item',
  quantity: 'Quantidade',
  price: 'Preço unitário',
  discount: 'Desconto',
  tax: 'Imposto',
  amount: 'Valor',
  subtotal: 'Subtotal',
  net: 'Líquido',
  total: 'Total',
  once: 'Pagamento único',
  totalOnce: 'Total, pagamento único',
  recurring: 'Recorrente',
  contractTotal: 'Total durante o prazo acordado',
  term: 'Prazo',
  from: 'a partir de',
  page: (page, pages) => `Página ${page} de ${pages}`,
};

const WORDS: Readonly<Record<WrittenLanguage, Labels>> = { en, ru, de, fr, es, pt };

/** @param locale BCP 47; a language that we have no words in gets English ones */
export function labelsOf(locale: string): Labels {
  return WORDS[writtenLanguage(locale)];
}
