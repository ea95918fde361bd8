import type { Role } from '@draftsmith/contracts';
import { useState } from 'react';
import { addUser } from '../api/endpoints.ts';
import { useI18n } from '../i18n/context.tsx';
import { Dialog } from '../shell/dialog.tsx';
import { DialogFoot } from './dialog-foot.tsx';
import { Field, NewPasswordField } from './field.tsx';
import { MIN_PASSWORD } from './password-strength.ts';
import { useSubmit } from './use-submit.ts';

interface AddUserDialogProps {
  /** Told after the server accepted the person. */
  onAdded: (name: string) => void;
  onClose: () => void;
}

/** A new person, with a first password that the admin hands over. */
export function AddUserDialog({ onAdded, onClose }: AddUserDialogProps) {
  const { m } = useI18n();
  return (
    <Dialog title={m.people.addTitle} onClose={onClose}>
      {(close) => <AddUserForm onAdded={onAdded} close={close} />}
    </Dialog>
  );
}

function AddUserForm({ onAdded, close }: { onAdded: (name: string) => void; close: () => void }) {
  const { m } = useI18n();
  const [name, setName] = useState('');
  const [email, setEmail] = useState('');
  const [role, setRole] = useState<Role>('viewer');
  const [password, setPassword] = useState('');
  const form = useSubmit(async () => {
    await addUser({ name: name.trim(), email: email.trim(), role, password });
    onAdded(name.trim());
    close();
  });
  return (
    <form className="dialog-form" onSubmit={form.submit}>
      <Field label={m.people.name} value={name} onValue={setName} required maxLength={100} autoComplete="off" />
      <Field label={m.people.email} value={email} onValue={setEmail} type="email" required autoComplete="off" />
      <div className="field">
        <label htmlFor="new-user-role">{m.people.role}</label>
        <select
          id="new-user-role"
          value={role}
          onChange={(event) => setRole(event.target.value === 'admin' ? 'admin' : 'viewer')}
        >
          <option value="viewer">{m.roles.viewer}</option>
          <option value="admin">{m.roles.admin}</option>
        </select>
      </div>
      <NewPasswordField
        label={m.people.initialPassword}
        value={password}
        onValue={setPassword}
        personal={[name, email]}
      />
      <DialogFoot
        problem={form.problem}
        action={m.people.add}
        disabled={form.busy || [...password].length < MIN_PASSWORD}
        onCancel={close}
      />
    </form>
  );
}
