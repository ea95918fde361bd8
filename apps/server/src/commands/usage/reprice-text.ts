import type { RepricedModel, Repricing } from '@draftsmith/llm/sql';
import { count, dollars, placesFor, signedDollars } from '../figures.ts';
import { type TextColumn, textTable, wrapped } from '../text-table.ts';
import { periodWords } from './period-words.ts';

export function repriceText(repricing: Repricing, width: number): string[] {
  const { models, total, pricesOf } = repricing;
  if (models.length === 0)
    return wrapped(`No model was used from ${periodWords(repricing)} (UTC): there is nothing to price again.`, width);
  const [recorded, repriced] = [total.recordedUsd, total.repricedUsd];
  const places = placesFor(Number(recorded) > Number(repriced) ? recorded : repriced);
  const columns: TextColumn<RepricedModel>[] = [
    { title: 'provider', cell: ({ provider }) => provider },
    { title: 'model', cell: ({ model }) => model },
    { title: 'tries', cell: ({ attempts }) => count(attempts), right: true, spare: 1 },
    { title: 'paid', cell: ({ recordedUsd }) => dollars(recordedUsd, places), right: true },
    { title: 'would cost', cell: ({ repricedUsd }) => dollars(repricedUsd, places), right: true },
    { title: 'difference', cell: ({ differenceUsd }) => signedDollars(differenceUsd, places), right: true },
  ];
  const { lines } = textTable(columns, models, { width, total: { provider: 'total', model: '', ...total } });
  return [
    `Usage from ${periodWords(repricing)} (UTC) at the prices of ${pricesOf.slice(0, 10)}`,
    '',
    ...lines,
    ...(total.unpriced > 0 ? ['', ...wrapped(unpriced(total.unpriced), width)] : []),
  ];
}

function unpriced(attempts: number): string {
  const which = attempts === 1 ? '1 try has' : `${count(attempts)} tries have`;
  return `${which} no published price at that date, as models of your own have none: counted as paid.`;
}
