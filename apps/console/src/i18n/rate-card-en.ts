import { counted } from './plural.ts';

/** The server's sentences on a line of a CSV, by their English words. */
const problems: Record<string, string> = {
  'sku: expected an article number': 'sku: an article number is missing',
  'sku: expected at most 100 characters': 'sku: at most 100 characters',
  'sku: this article number is there twice in this currency':
    'sku: this article number is there twice in this currency',
  'name: expected a name': 'name: a name is missing',
  'name: expected at most 300 characters': 'name: at most 300 characters',
  'price: expected an amount such as 25000.00':
    'price: an amount such as 25000.00, with a point and without spaces or signs',
  'currency: expected an ISO code such as EUR': 'currency: a code of three letters such as EUR',
  'valid_until: expected a day such as 2026-12-31, or nothing': 'valid_until: a day such as 2026-12-31, or nothing',
};

export const rateCard = {
  problems,
  title: 'Rate card',
  lead: 'What you sell, and for how much. A proposal warns when a deal’s price differs from it, or has ended.',
  errorTitle: 'The rate card could not be loaded',
  emptyTitle: 'There is no rate card yet',
  emptyText: 'Without one, prices of deals are taken as they are.',
  emptyViewer: 'An admin can upload one.',
  search: 'Search by article number or name',
  shown: counted('en', { one: '# price', other: '# prices' }),
  shownOf: (shown: string, all: string) => `${shown} of ${all} prices`,
  noMatch: 'No price matches.',
  more: 'Show more',
  columns: { sku: 'Article number', name: 'Name', price: 'Price', validUntil: 'Holds until' },
  always: 'no end',
  ended: 'ended',
  download: 'Download as CSV',
  downloadTemplate: 'Empty CSV to fill in',
  upload: 'Upload a CSV',
  uploadTitle: 'Replace the rate card',
  uploadHint:
    'A CSV with the columns sku, name, price, currency and, where prices end, valid_until; commas or semicolons, UTF-8, at most 5,000 prices. It is checked first: nothing changes before you say so.',
  checking: 'Checking the file…',
  notUtf8: 'The file is not in UTF-8, so letters would come out wrong. In Excel, save it as “CSV UTF-8”.',
  tooLarge: 'The file is too large: at most 2 MB.',
  wrongLines: counted('en', {
    one: '# line is wrong. Mend it in the file, then upload that again. Nothing was changed.',
    other: '# lines are wrong. Mend them in the file, then upload that again. Nothing was changed.',
  }),
  line: (line: number) => `Line ${line}`,
  moreLines: counted('en', { one: 'and # more', other: 'and # more' }),
  fileGood: (file: string) => `${file} is in order.`,
  changes: {
    added: counted('en', { one: '# price is added', other: '# prices are added' }),
    removed: counted('en', { one: '# price is removed', other: '# prices are removed' }),
    changed: counted('en', { one: '# price is changed', other: '# prices are changed' }),
    same: counted('en', { one: '# price stays as it is', other: '# prices stay as they are' }),
  },
  nothingChanges: 'It says the same as the card that is there.',
  noneLeft: 'It has no price in it: the card would be empty.',
  replace: 'Replace the card',
  replacing: 'Replacing…',
  cancel: 'Leave it as it is',
  replaced: counted('en', { one: 'Replaced: # price holds now.', other: 'Replaced: # prices hold now.' }),
  undo: 'Undo',
  undone: 'Undone: the card is as it was before.',
};
