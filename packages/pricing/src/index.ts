export { currencyDigits, readCurrency } from './currency.ts';
export {
  formatDate,
  formatDuration,
  formatFact,
  formatMoney,
  formatPercent,
  formatQuantity,
} from './format.ts';
export { WRITTEN_LANGUAGES, type WrittenLanguage, writtenLanguage } from './locale.ts';
export { compareAmounts, MAX_LINES, type Priced, priceTable } from './price-table.ts';
export { periodOf, RHYTHMS, type Rhythm } from './rhythm.ts';
export { rhythmName } from './rhythm-name.ts';
