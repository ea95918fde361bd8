import type { ConnectionView } from '@draftsmith/contracts';
import { useState } from 'react';
import { useSWRConfig } from 'swr';
import { DialogFoot } from '../access/dialog-foot.tsx';
import { Field } from '../access/field.tsx';
import { useSubmit } from '../access/use-submit.ts';
import { useI18n } from '../i18n/context.tsx';
import { Dialog } from '../shell/dialog.tsx';
import { CONNECTIONS, disconnect } from './endpoints.ts';
import type { Left } from './left-behind.tsx';

interface DialogProps {
  connection: ConnectionView;
  onDone: (left: Left) => void;
  onClose: () => void;
}

/** Says exactly what goes and what stays. There is no undo: the account's name has to be typed. */
export function DisconnectDialog({ connection, onDone, onClose }: DialogProps) {
  const { m } = useI18n();
  return (
    <Dialog title={m.connections.disconnectTitle(connection.account)} onClose={onClose}>
      {(close) => (
        <>
          <WhatGoes connection={connection} />
          <ConfirmForm connection={connection} onDone={onDone} close={close} />
        </>
      )}
    </Dialog>
  );
}

function WhatGoes({ connection: { title, draftsAs } }: Pick<DialogProps, 'connection'>) {
  const { m } = useI18n();
  const words = m.connections;
  const parts: [heading: string, lines: readonly string[]][] = [
    [words.removedThere(title), words.removesThere[draftsAs]],
    [words.removedHere, words.removesHere[draftsAs]],
    [words.staysTitle, words.stays[draftsAs]],
  ];
  return (
    <div className="what-goes">
      {parts.map(([heading, lines]) => (
        <section key={heading}>
          <h3>{heading}</h3>
          <ul className="plain-list">
            {lines.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

function ConfirmForm({ connection, onDone, close }: Omit<DialogProps, 'onClose'> & { close: () => void }) {
  const { m } = useI18n();
  const { mutate } = useSWRConfig();
  const { account, title } = connection;
  const [typed, setTyped] = useState('');
  const form = useSubmit(async () => {
    const { left } = await disconnect(connection);
    close();
    onDone({ account, title, left });
    await mutate(CONNECTIONS);
  });
  return (
    <form className="dialog-form" onSubmit={form.submit}>
      <Field
        label={m.connections.confirmName(account)}
        value={typed}
        onValue={setTyped}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
      />
      <DialogFoot
        problem={form.problem}
        action={form.busy ? m.connections.disconnecting : m.connections.actions.disconnect}
        disabled={form.busy || typed.trim() !== account}
        danger
        onCancel={close}
      />
    </form>
  );
}
