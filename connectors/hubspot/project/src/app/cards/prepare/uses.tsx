import type { ProposalView } from '@draftsmith/contracts';
import { DescriptionList, DescriptionListItem } from '@hubspot/ui-extensions';
import { useWords } from '../parts/words.ts';

/** What a proposal would rest on. */
export function Uses({ uses }: { uses: ProposalView['uses'] }) {
  const { m } = useWords();
  const { prepare } = m;
  const rows: [string, string][] = [
    [prepare.contact, uses.contact ?? prepare.nothing],
    [prepare.company, uses.company ?? prepare.nothing],
    [prepare.lineItems, String(uses.lineItems)],
    [prepare.total, uses.total ?? prepare.noTotal],
    [prepare.currency, uses.currency ?? prepare.nothing],
    [prepare.history, prepare.activities(uses.activities)],
    [prepare.owner, uses.owner ?? prepare.nothing],
  ];
  return (
    <DescriptionList direction="row">
      {rows.map(([label, value]) => (
        <DescriptionListItem key={label} label={label}>
          {value}
        </DescriptionListItem>
      ))}
    </DescriptionList>
  );
}
