import { ThemeProvider } from '@zendeskgarden/react-theming';
import { useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { styled } from 'styled-components';
import { TicketScreen } from '../ticket/ticket-screen.tsx';
import { Hidden, PageStyle } from '../ui/layout.ts';
import { gardenTheme } from '../ui/theme.ts';
import type { Announcer } from './announcer.ts';
import { AppContext, type AppPorts } from './context.ts';
import { Crash } from './crash.tsx';

type Scheme = 'light' | 'dark';

interface AppProps {
  ports: AppPorts;
  announcer: Announcer;
  scheme: Scheme;
  /** Gives the way to stop. */
  onScheme: (listener: (scheme: Scheme) => void) => () => void;
}

const Frame = styled.main`
  padding: 4px 12px 16px;
`;

export function App({ ports, announcer, scheme: first, onScheme }: AppProps) {
  const [scheme, setScheme] = useState(first);
  useEffect(() => onScheme(setScheme), [onScheme]);
  const theme = useMemo(() => gardenTheme(scheme), [scheme]);
  const said = useSyncExternalStore(announcer.subscribe, announcer.text);
  useEffect(() => {
    document.documentElement.style.colorScheme = scheme;
  }, [scheme]);
  return (
    <ThemeProvider theme={theme}>
      <PageStyle />
      <AppContext.Provider value={ports}>
        <Frame>
          <Hidden as="h1">Draftsmith</Hidden>
          <Crash words={ports.language.m}>
            <TicketScreen />
          </Crash>
        </Frame>
        <Hidden role="status" aria-live="polite">
          {said}
        </Hidden>
      </AppContext.Provider>
    </ThemeProvider>
  );
}
