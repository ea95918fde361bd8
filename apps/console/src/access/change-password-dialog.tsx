import type { SessionView } from '@draftsmith/contracts';
import { useState } from 'react';
import { changePassword } from '../api/endpoints.ts';
import { useI18n } from '../i18n/context.tsx';
import { Dialog } from '../shell/dialog.tsx';
import { DialogFoot } from './dialog-foot.tsx';
import { Field, NewPasswordField } from './field.tsx';
import { MIN_PASSWORD } from './password-strength.ts';
import { useSubmit } from './use-submit.ts';

/** A password of one's own instead of the first one, which an admin knows. */
export function ChangePasswordDialog({ user, onClose }: { user: SessionView; onClose: () => void }) {
  const { m } = useI18n();
  const [done, setDone] = useState(false);
  return (
    <Dialog title={m.app.changePassword} onClose={onClose}>
      {(close) =>
        done ? (
          <p role="status" className="form-done">
            {m.access.passwordChanged}
          </p>
        ) : (
          <ChangePasswordForm user={user} close={close} onDone={() => setDone(true)} />
        )
      }
    </Dialog>
  );
}

function ChangePasswordForm(props: { user: SessionView; close: () => void; onDone: () => void }) {
  const { m } = useI18n();
  const [current, setCurrent] = useState('');
  const [password, setPassword] = useState('');
  const form = useSubmit(async () => {
    await changePassword(current, password);
    props.onDone();
  });
  return (
    <form className="dialog-form" onSubmit={form.submit}>
      <Field
        label={m.access.currentPassword}
        value={current}
        onValue={setCurrent}
        type="password"
        autoComplete="current-password"
        required
      />
      <NewPasswordField
        label={m.access.newPassword}
        value={password}
        onValue={setPassword}
        personal={[props.user.name, props.user.email]}
      />
      <p className="field-hint">{m.access.otherSessions}</p>
      <DialogFoot
        problem={form.problem}
        action={m.access.save}
        disabled={form.busy || [...password].length < MIN_PASSWORD}
        onCancel={props.close}
      />
    </form>
  );
}
