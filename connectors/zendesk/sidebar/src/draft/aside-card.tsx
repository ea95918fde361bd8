import { IconButton } from '@zendeskgarden/react-buttons';
import { useEffect } from 'react';
import { styled } from 'styled-components';
import { useApp, useSession, useWords } from '../app/context.ts';
import { Icon } from '../ui/icons.ts';
import { Card, Heading, Row } from '../ui/layout.ts';
import { color } from '../ui/theme.ts';

const Recessed = styled(Card)`
  background: ${color('background.subtle')};
`;

const Words = styled.div`
  margin-block-start: 4px;
  white-space: pre-wrap;
  overflow-wrap: anywhere;
`;

const Head = styled(Row)`
  justify-content: space-between;
  flex-wrap: nowrap;
`;

/** A translation or a summary: to read, not to send, so it has no way into the reply box. */
export function AsideCard() {
  const { session, announce } = useApp();
  const { aside } = useSession();
  const m = useWords();
  const title = aside?.what === 'translate' ? m.translation : m.summary;
  useEffect(() => {
    if (aside) announce(title);
  }, [aside, title, announce]);
  if (!aside) return null;
  return (
    <Recessed aria-label={title}>
      <Head>
        <Heading as="h3">{title}</Heading>
        <IconButton size="small" aria-label={m.close} onClick={() => session.dismiss('aside')}>
          <Icon name="close" />
        </IconButton>
      </Head>
      <Words dir="auto" lang={aside.language || undefined}>
        {aside.text}
      </Words>
    </Recessed>
  );
}
