import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react';
import { en, type Messages } from './en.ts';
import { createFormats, type Formats } from './format.ts';
import { type Locale, readLocale, storeLocale } from './locale.ts';
import { ru } from './ru.ts';

export const MESSAGES: Record<Locale, Messages> = { en, ru };

interface I18n {
  locale: Locale;
  /** The console's words. */
  m: Messages;
  f: Formats;
  setLocale(locale: Locale): void;
}

const Context = createContext<I18n | null>(null);

/** Words and formats of the chosen language, for everything below. `locale` fixes the language (tests). */
export function I18nProvider({ children, locale: fixed }: { children: ReactNode; locale?: Locale }) {
  const [locale, setLocale] = useState(() => fixed ?? readLocale(localStorage, navigator.languages));
  useEffect(() => {
    document.documentElement.lang = locale;
  }, [locale]);
  const value = useMemo<I18n>(
    () => ({
      locale,
      m: MESSAGES[locale],
      f: createFormats(locale),
      setLocale(next) {
        storeLocale(localStorage, next);
        setLocale(next);
      },
    }),
    [locale],
  );
  return <Context value={value}>{children}</Context>;
}

export function useI18n(): I18n {
  const value = useContext(Context);
  if (!value) throw new Error('useI18n outside of I18nProvider');
  return value;
}
