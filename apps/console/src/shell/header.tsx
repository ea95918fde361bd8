import type { SessionView } from '@draftsmith/contracts';
import { useState } from 'react';
import { useI18n } from '../i18n/context.tsx';
import { LOCALES } from '../i18n/locale.ts';
import { Link } from '../router/navigation.tsx';
import { type Route, ticketsPath } from '../router/route.ts';
import { Icon, Mark } from './icon.tsx';
import { MainNavigation } from './main-navigation.tsx';
import { applyTheme, nextTheme, readTheme } from './theme.ts';
import { UserMenu } from './user-menu.tsx';

/** Name, places to go, and what belongs to the person: language, theme, account. */
export function Header({ user, route }: { user: SessionView | null; route: Route }) {
  const { m } = useI18n();
  return (
    <header className="header">
      <div className="header-bar">
        <Link className="brand" href={ticketsPath()}>
          <Mark />
          <span>Draftsmith</span>
        </Link>
        {user && <MainNavigation role={user.role} page={route.page} />}
        {user?.demo && <p className="demo-badge">{m.app.demo}</p>}
        <div className="header-tools">
          <LanguageSwitch />
          <ThemeSwitch />
          {user && <UserMenu user={user} />}
        </div>
      </div>
    </header>
  );
}

function LanguageSwitch() {
  const { m, locale, setLocale } = useI18n();
  return (
    <fieldset className="segments">
      <legend className="visually-hidden">{m.app.language}</legend>
      {LOCALES.map((option) => (
        <button
          key={option}
          type="button"
          lang={option}
          title={option === 'en' ? 'English' : 'Русский'}
          aria-pressed={option === locale}
          onClick={() => setLocale(option)}
        >
          {option.toUpperCase()}
        </button>
      ))}
    </fieldset>
  );
}

function ThemeSwitch() {
  const { m } = useI18n();
  const [theme, setTheme] = useState(() => readTheme(localStorage));
  const change = () => {
    const next = nextTheme(theme);
    applyTheme(next, localStorage, document.documentElement);
    setTheme(next);
  };
  return (
    <button type="button" className="icon-button" title={m.app.theme[theme]} onClick={change}>
      <Icon name={theme} />
      <span className="visually-hidden">{m.app.theme[theme]}</span>
    </button>
  );
}
