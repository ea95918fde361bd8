import type { SessionView } from '@draftsmith/contracts';
import { useState } from 'react';
import { useSWRConfig } from 'swr';
import { ChangePasswordDialog } from '../access/change-password-dialog.tsx';
import { SESSION, signOut } from '../api/endpoints.ts';
import { useI18n } from '../i18n/context.tsx';

/** Who is signed in, and the way out. A native popover: the browser closes it on Esc and on a click elsewhere. */
export function UserMenu({ user }: { user: SessionView }) {
  const { m } = useI18n();
  const { mutate } = useSWRConfig();
  const [changing, setChanging] = useState(false);
  const leave = async () => {
    await signOut().catch(() => undefined);
    // What one person was shown must not stay in memory for the next.
    await mutate((key) => key !== SESSION, undefined, { revalidate: false });
    await mutate(SESSION);
  };
  return (
    <>
      <button type="button" className="avatar" popoverTarget="user-menu" title={user.name}>
        <span aria-hidden="true">{initials(user.name)}</span>
        <span className="visually-hidden">
          {m.app.account}: {user.name}
        </span>
      </button>
      <div id="user-menu" popover="auto" className="menu">
        <p className="menu-name">{user.name}</p>
        <p className="menu-detail">{user.email}</p>
        <p className="menu-detail">{m.roles[user.role]}</p>
        {user.demo ? (
          <p className="menu-note">{m.app.demoSession}</p>
        ) : (
          <div className="menu-actions">
            <button
              type="button"
              className="button"
              popoverTarget="user-menu"
              popoverTargetAction="hide"
              onClick={() => setChanging(true)}
            >
              {m.app.changePassword}
            </button>
            <button type="button" className="button" onClick={leave}>
              {m.app.signOut}
            </button>
          </div>
        )}
      </div>
      {changing && <ChangePasswordDialog user={user} onClose={() => setChanging(false)} />}
    </>
  );
}

/** At most two letters: of the first and the last word. */
export function initials(name: string): string {
  const words = name.trim().split(/\s+/);
  const letters = [words[0], words.length > 1 ? words.at(-1) : undefined].map((word) => [...(word ?? '')][0] ?? '');
  return letters.join('').toUpperCase() || '?';
}
