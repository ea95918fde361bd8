import { useI18n } from '../i18n/context.tsx';

interface Help {
  /** The console's own words, in the reader's language. */
  ours?: string | undefined;
  /** The server's, which speaks English and knows more of the case. */
  servers?: string | undefined;
}

/** What helps. In English the server's words are enough; in another language they stand small below ours. */
export function WhatToDo({ ours, servers }: Help) {
  const { m, locale } = useI18n();
  const first = locale === 'en' ? (servers ?? ours) : (ours ?? servers);
  if (first === undefined) return null;
  return (
    <>
      <p>
        <strong>{m.connections.setup.whatToDo}:</strong>{' '}
        <span lang={first === servers ? 'en' : undefined}>{first}</span>
      </p>
      {servers !== undefined && first !== servers && (
        <p className="server-fix" lang="en">
          {servers}
        </p>
      )}
    </>
  );
}
