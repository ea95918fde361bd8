import type { AssistView, SimilarTicket, SkipReason } from '@draftsmith/contracts';
import { Button } from '@zendeskgarden/react-buttons';
import { styled } from 'styled-components';
import { useApp, useSession, useWords } from '../app/context.ts';
import { Heading, Small, Stack, Text } from '../ui/layout.ts';
import { Out } from '../ui/out.tsx';
import { color } from '../ui/theme.ts';
import { ReadingHelp } from './reading-help.tsx';

/** Nothing can be written, whoever asks. */
const FINAL = new Set<SkipReason>(['closed', 'deleted', 'merged', 'erased', 'removed', 'no-customer-message']);

/** Nothing is left to translate or to sum up: a button would only lead to an error. */
const UNREADABLE = new Set<SkipReason>(['deleted', 'erased', 'removed', 'no-customer-message']);

/** Why there is no draft, what is missing, and where something like it was answered. */
export function Skipped() {
  const { session } = useApp();
  const { view } = useSession();
  const m = useWords();
  if (!view?.skipped) return null;
  const { reason, rule } = view.skipped;
  return (
    <Stack>
      <Heading tabIndex={-1} data-focus>
        {m.skippedTitle}
      </Heading>
      <Text>{rule ? m.rules[rule] : m.skips[reason]}</Text>
      {view.missing && <Missing missing={view.missing} />}
      {!FINAL.has(reason) && (
        <Button isStretched onClick={() => session.wish({ kind: 'draft' })}>
          {m.writeAnyway}
        </Button>
      )}
      {!UNREADABLE.has(reason) && <ReadingHelp />}
    </Stack>
  );
}

const Questions = styled.ul`
  && { list-style: disc; padding-inline-start: 20px; }
`;

function Missing({ missing: { questions, similar } }: { missing: NonNullable<AssistView['missing']> }) {
  const m = useWords();
  return (
    <>
      {questions.length > 0 && (
        <Stack $gap={4}>
          <Heading as="h3">{m.missingTitle}</Heading>
          <Questions>
            {questions.map((question) => (
              <Text as="li" key={question} dir="auto">
                {question}
              </Text>
            ))}
          </Questions>
        </Stack>
      )}
      {similar.length > 0 && (
        <Stack $gap={8}>
          <Heading as="h3">{m.similarTitle}</Heading>
          <Stack as="ul" $gap={8}>
            {similar.map((ticket) => (
              <Similar key={ticket.id} ticket={ticket} />
            ))}
          </Stack>
        </Stack>
      )}
    </>
  );
}

const Entry = styled.li`
  border-inline-start: 3px solid ${color('border.default')};
  padding-inline-start: 10px;
`;

function Similar({ ticket: { id, title, excerpt, url, at } }: { ticket: SimilarTicket }) {
  const { language } = useApp();
  const day = Number.isNaN(Date.parse(at))
    ? ''
    : ` · ${new Intl.DateTimeFormat(language.code, { dateStyle: 'medium' }).format(new Date(at))}`;
  return (
    <Entry>
      <Out url={url ?? undefined}>{title}</Out>
      <Small>
        #{id}
        {day}
      </Small>
      <Text dir="auto">{excerpt}</Text>
    </Entry>
  );
}
