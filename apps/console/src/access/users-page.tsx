import type { Role, SessionView } from '@draftsmith/contracts';
import { useState } from 'react';
import useSWR from 'swr';
import { changeRole, removeUser, USERS, type UserView } from '../api/endpoints.ts';
import { useI18n } from '../i18n/context.tsx';
import { Dialog } from '../shell/dialog.tsx';
import { Problem, ProblemText } from '../shell/problem.tsx';
import { AddUserDialog } from './add-user-dialog.tsx';

/** Who may sign in, and as what. Admins only; the server refuses everybody else whatever the page shows. */
export function UsersPage({ user }: { user: SessionView }) {
  const { m } = useI18n();
  return (
    <main id="main" className="page" tabIndex={-1}>
      {user.role === 'admin' ? (
        <UserAdministration self={user.email} />
      ) : (
        <div className="notice">
          <h1>{m.people.adminsOnly}</h1>
        </div>
      )}
    </main>
  );
}

function UserAdministration({ self }: { self: string }) {
  const { m } = useI18n();
  const users = useSWR<UserView[]>(USERS);
  const [adding, setAdding] = useState(false);
  const [removing, setRemoving] = useState<UserView | null>(null);
  const [done, setDone] = useState('');
  const [problem, setProblem] = useState<unknown>(null);

  const act = async (work: Promise<unknown>, sentence: string) => {
    setProblem(null);
    setDone('');
    try {
      await work;
      setDone(sentence);
    } catch (error) {
      setProblem(error);
    }
    await users.mutate();
  };
  const setRole = (user: UserView, role: Role) =>
    act(changeRole(user.id, role), m.people.changed(user.name, m.roles[role]));

  return (
    <div className="people">
      <div className="page-head">
        <h1>{m.people.title}</h1>
        <button type="button" className="button button-primary" onClick={() => setAdding(true)}>
          {m.people.add}
        </button>
        <p>{m.people.lead}</p>
      </div>
      <p role="status" className="form-done">
        {done}
      </p>
      {problem !== null && (
        <p role="alert" className="form-problem">
          <ProblemText error={problem} />
        </p>
      )}
      {users.data ? (
        <UserTable users={users.data} self={self} onRole={setRole} onRemove={setRemoving} />
      ) : users.error ? (
        <Problem title={m.people.errorTitle} error={users.error} onRetry={() => users.mutate()} />
      ) : (
        <p aria-busy="true">{m.app.loading}</p>
      )}
      {adding && (
        <AddUserDialog
          onAdded={(name) => act(Promise.resolve(), m.people.added(name))}
          onClose={() => setAdding(false)}
        />
      )}
      {removing && (
        <ConfirmRemoval
          user={removing}
          onConfirm={() => act(removeUser(removing.id), m.people.removed(removing.name))}
          onClose={() => setRemoving(null)}
        />
      )}
    </div>
  );
}

interface UserTableProps {
  users: readonly UserView[];
  /** E-mail of the admin who looks at the page. */
  self: string;
  onRole: (user: UserView, role: Role) => void;
  onRemove: (user: UserView) => void;
}

function UserTable({ users, self, onRole, onRemove }: UserTableProps) {
  const { m } = useI18n();
  return (
    <table className="people-table">
      <caption>{m.people.count(users.length)}</caption>
      <thead>
        <tr>
          <th scope="col">{m.people.name}</th>
          <th scope="col">{m.people.email}</th>
          <th scope="col">{m.people.role}</th>
          <th scope="col">
            <span className="visually-hidden">{m.people.actions}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {users.map((user) => (
          <tr key={user.id}>
            <th scope="row">
              {user.name} {user.email === self && <span className="tag">{m.people.you}</span>}
            </th>
            <td>{user.email}</td>
            <td>
              <select
                aria-label={m.people.roleOf(user.name)}
                value={user.role}
                onChange={(event) => onRole(user, event.target.value === 'admin' ? 'admin' : 'viewer')}
              >
                <option value="admin">{m.roles.admin}</option>
                <option value="viewer">{m.roles.viewer}</option>
              </select>
            </td>
            <td>
              <button
                type="button"
                className="button button-danger"
                aria-label={m.people.removeNamed(user.name)}
                onClick={() => onRemove(user)}
              >
                {m.people.remove}
              </button>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function ConfirmRemoval(props: { user: UserView; onConfirm: () => Promise<void>; onClose: () => void }) {
  const { m } = useI18n();
  return (
    <Dialog title={m.people.removeTitle(props.user.name)} onClose={props.onClose}>
      {(close) => (
        <>
          <p>{m.people.removeText}</p>
          <div className="dialog-actions">
            <button type="button" className="button" onClick={close}>
              {m.app.cancel}
            </button>
            <button
              type="button"
              className="button button-danger"
              onClick={() => {
                close();
                void props.onConfirm();
              }}
            >
              {m.people.remove}
            </button>
          </div>
        </>
      )}
    </Dialog>
  );
}
