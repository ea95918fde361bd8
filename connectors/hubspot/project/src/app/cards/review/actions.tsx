import type { ProposalVersionView } from '@draftsmith/contracts';
import { Button, Flex, Heading, Link, StatusTag, Text } from '@hubspot/ui-extensions';
import type { ReactNode } from 'react';
import { useWords } from '../parts/words.ts';
import type { Session } from '../session/session.ts';

interface ActionsProps {
  version: ProposalVersionView;
  /** The admin has switched draft quotes on. */
  quotes: boolean;
  busy: boolean;
  session: Session;
}

/** What becomes of a version. Both are done once; doing them again would leave the same. */
export function Actions({ version, quotes, busy, session }: ActionsProps) {
  const { m, formats } = useWords();
  const { number, attached, quoted, outdated } = version;
  // The notice above says what is outdated: whoever goes on has read it.
  const meant = { version: number, ...(outdated && { confirmed: true }) };
  const variant = outdated ? 'destructive' : 'primary';
  return (
    <Flex direction="column" gap="sm">
      <Heading>{m.act.title}</Heading>
      {attached ? (
        <Done text={m.act.attached(formats.moment(attached.at))} url={attached.url} open={m.act.openNote} />
      ) : (
        <Offer text={m.act.attachText}>
          <Button variant={variant} disabled={busy} onClick={() => void session.start({ what: 'attach', ...meant })}>
            {outdated ? m.act.attachAnyway : m.act.attach}
          </Button>
        </Offer>
      )}
      {quoted && <Done text={m.act.quoted(formats.moment(quoted.at))} url={quoted.url} open={m.act.openQuote} />}
      {quotes && !quoted && (
        <Offer text={m.act.quoteText}>
          <Button
            variant={outdated ? 'destructive' : 'secondary'}
            disabled={busy}
            onClick={() => void session.start({ what: 'quote', ...meant })}
          >
            {outdated ? m.act.quoteAnyway : m.act.quote}
          </Button>
        </Offer>
      )}
    </Flex>
  );
}

function Offer({ text, children }: { text: string; children: ReactNode }) {
  return (
    <Flex direction="column" gap="xs" align="start">
      {children}
      <Text variant="microcopy">{text}</Text>
    </Flex>
  );
}

function Done({ text, url, open }: { text: string; url: string | null; open: string }) {
  return (
    <Flex direction="row" gap="sm" align="baseline" wrap>
      <StatusTag variant="success">{text}</StatusTag>
      {url && <Link href={url}>{open}</Link>}
    </Flex>
  );
}
