import type { PriceLine, PriceTable, PriceTotal } from '@draftsmith/contracts';
import {
  DescriptionList,
  DescriptionListItem,
  Flex,
  Heading,
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableHeader,
  type TableNoPaginatedProps,
  type TablePaginatedProps,
  TableRow,
  Text,
} from '@hubspot/ui-extensions';
import { useState } from 'react';
import { decimal, duration, type Formats, money, percent } from '../format/formats.ts';
import type { Messages } from '../i18n/en.ts';
import { useWords } from '../parts/words.ts';

const LINES_A_PAGE = 20;

/** The prices as they stand in the documents: nothing is computed here. */
export function PriceTables({ prices, locale }: { prices: PriceTable; locale: string }) {
  const { m } = useWords();
  const { currency, totals, contractTotal } = prices;
  const recurs = totals.some(({ rhythm }) => rhythm !== 'once');
  const write = (value: string) => money(value, currency, locale);
  return (
    <Flex direction="column" gap="sm">
      <Heading>{m.prices.title}</Heading>
      <Lines lines={prices.lines} locale={locale} write={write} />
      {totals.map((total) => (
        <Total key={total.rhythm} total={total} write={write} locale={locale} />
      ))}
      {contractTotal !== undefined && recurs && (
        <Text format={{ fontWeight: 'bold' }}>{`${m.prices.contract}: ${write(contractTotal)}`}</Text>
      )}
      {contractTotal === undefined && recurs && <Text variant="microcopy">{m.prices.noContract}</Text>}
    </Flex>
  );
}

interface LinesProps {
  lines: readonly PriceLine[];
  locale: string;
  write: (value: string) => string;
}

function Lines({ lines, locale, write }: LinesProps) {
  const { m, formats } = useWords();
  const [page, setPage] = useState(1);
  const pages = Math.ceil(lines.length / LINES_A_PAGE);
  const at = Math.min(page, Math.max(1, pages));
  const shown = lines.slice((at - 1) * LINES_A_PAGE, at * LINES_A_PAGE);
  const paging: Pick<TableNoPaginatedProps, 'paginated'> | Paging =
    pages > 1 ? { paginated: true, pageCount: pages, page: at, onPageChange: setPage } : {};
  const { prices } = m;
  const figures = [prices.quantity, prices.price, prices.discount, prices.net, prices.tax];
  return (
    <Table bordered density="condensed" {...paging}>
      <TableHead>
        <TableRow>
          <TableHeader>{prices.item}</TableHeader>
          {figures.map((name) => (
            <TableHeader key={name} align="right">
              {name}
            </TableHeader>
          ))}
          <TableHeader>{prices.billed}</TableHeader>
        </TableRow>
      </TableHead>
      <TableBody>
        {shown.map((line) => (
          <TableRow key={line.itemId}>
            <TableCell>{line.sku ? `${line.name} (${line.sku})` : line.name}</TableCell>
            {figuresOf(line, locale, write, m).map((text, column) => (
              <TableCell key={figures[column]} align="right">
                {text}
              </TableCell>
            ))}
            <TableCell>{billedOf(line, m, formats)}</TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}

type Paging = Pick<TablePaginatedProps, 'paginated' | 'pageCount' | 'page' | 'onPageChange'>;

/** In the order of the columns. */
function figuresOf(line: PriceLine, locale: string, write: (value: string) => string, m: Messages): string[] {
  const { quantity, price, discount, discountPercent, net, tax } = line;
  const share = discountPercent === undefined ? '' : ` (${percent(discountPercent, locale)})`;
  return [
    decimal(quantity, locale),
    write(price),
    /[1-9]/.test(discount) ? `${write(discount)}${share}` : m.prices.none,
    write(net),
    tax ? `${tax.name} ${percent(tax.percent, locale)}: ${write(tax.amount)}` : m.prices.none,
  ];
}

function billedOf({ recurring }: PriceLine, m: Messages, formats: Formats): string {
  const { prices, rhythms } = m;
  if (!recurring) return rhythms.once ?? 'once';
  const rhythm = rhythms[recurring.every] ?? recurring.every;
  const term = recurring.term ? prices.term(rhythm, duration(recurring.term, prices)) : rhythm;
  return recurring.startsOn ? `${term}, ${prices.from(formats.day(recurring.startsOn))}` : term;
}

interface TotalProps {
  total: PriceTotal;
  write: (value: string) => string;
  locale: string;
}

/** Sums of one rhythm; those of different rhythms are never added up. */
function Total({ total, write, locale }: TotalProps) {
  const { m } = useWords();
  const { prices } = m;
  const { rhythm, subtotal, discount, net, taxes, gross } = total;
  const rows: [string, string][] = [
    ...(/[1-9]/.test(discount)
      ? ([
          [prices.subtotal, write(subtotal)],
          [prices.discount, `−${write(discount)}`],
        ] satisfies [string, string][])
      : []),
    [prices.net, write(net)],
    ...taxes.map(({ name, percent: rate, amount }): [string, string] => [
      `${name} ${percent(rate, locale)}`,
      write(amount),
    ]),
    [prices.gross, write(gross)],
  ];
  return (
    <Flex direction="column" gap="xs">
      <Text format={{ fontWeight: 'demibold' }}>
        {prices.totals((m.rhythms[rhythm] ?? rhythm).toLocaleLowerCase())}
      </Text>
      <DescriptionList direction="row">
        {rows.map(([label, value]) => (
          <DescriptionListItem key={label} label={label}>
            {value}
          </DescriptionListItem>
        ))}
      </DescriptionList>
    </Flex>
  );
}
