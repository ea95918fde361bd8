import { AppError } from '@draftsmith/errors';
import { formatUsd, type PicoUsd, parseUsd } from '../price/money.ts';
import { type Limit, PERIODS, type Period, SCOPES, type Scope } from './budget.ts';

/** More is a slip of the keyboard, and would not fit the columns. */
const MOST: PicoUsd = 10n ** (9n + 12n);

/**
 * Reads `suite=300/month, account=20/day, account:acme=5/day`: a scope, for one connector, account or user its id, US
 * dollars and the period. An id wins over the entry without one of the same scope and period. Zero: nothing paid.
 * An empty text is no limit at all.
 *
 * @throws AppError `invalid` with code `llm.budgets` naming the entry and what was expected.
 */
export function parseLimits(text: string): Limit[] {
  if (text.trim() === '') return [];
  const limits = text.split(',').map(parseLimit);
  const seen = new Set<string>();
  for (const limit of limits) {
    const whose = `${nameOf(limit)} by ${limit.period}`;
    if (seen.has(whose)) throw wrong(`The budget of ${whose} is listed twice`);
    seen.add(whose);
  }
  return limits;
}

/** The inverse, for people and files. */
export function formatLimits(limits: readonly Limit[]): string {
  return limits.map((limit) => `${nameOf(limit)}=${formatUsd(limit.amount)}/${limit.period}`).join(', ');
}

function nameOf({ scope, id }: Limit): string {
  return id === undefined ? scope : `${scope}:${id}`;
}

function parseLimit(text: string): Limit {
  const entry = text.trim();
  if (entry === '') throw wrong('The list of budgets holds an empty entry');
  // An id may itself hold a colon, an equals sign or a slash: the first colon and the last of the others separate.
  const match = /^([^:=]*)(?::(.*))?=([^=]*)\/([^/]*)$/s.exec(entry);
  if (!match) throw wrong(`The budget "${entry}" is not of the form scope=amount/period`);
  const [, name = '', id, amount = '', unit = ''] = match;
  return { ...ownerOf(entry, { name, id }), period: periodOf(entry, unit), amount: amountOf(entry, amount) };
}

function ownerOf(entry: string, { name, id }: { name: string; id: string | undefined }): Pick<Limit, 'scope' | 'id'> {
  const scope: Scope | undefined = SCOPES.find((known) => known === name.trim());
  if (!scope) throw wrong(`The budget "${entry}" begins with none of ${SCOPES.join(', ')}`);
  if (id === undefined) return { scope };
  if (scope === 'suite') throw wrong(`The budget "${entry}" names an id, and there is only one suite`);
  if (id.trim() === '') throw wrong(`The budget "${entry}" has no id after the colon`);
  return { scope, id: id.trim() };
}

function periodOf(entry: string, unit: string): Period {
  const period = PERIODS.find((known) => known === unit.trim());
  if (!period) throw wrong(`The budget "${entry}" does not end in ${PERIODS.map((known) => `/${known}`).join(' or ')}`);
  return period;
}

function amountOf(entry: string, text: string): PicoUsd {
  const amount = parseUsd(text);
  if (amount === undefined)
    throw wrong(`The budget "${entry}" needs an amount in US dollars such as 20 or 0.5, without a sign`);
  if (amount > MOST) throw wrong(`The budget "${entry}" is over ${formatUsd(MOST)} US dollars`);
  return amount;
}

function wrong(problem: string): AppError {
  return new AppError(
    'invalid',
    `${problem}. Expected a comma-separated list of scope=amount/period in US dollars, with ${SCOPES.join(', ')} as scopes (an id after a colon where it is for one only) and ${PERIODS.join(' or ')} as period, e.g. suite=300/month, account=20/day, account:acme=5/day, connector:zendesk=100/month, user=1/day`,
    { code: 'llm.budgets' },
  );
}
