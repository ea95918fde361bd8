import { type ReactNode, useEffect, useRef } from 'react';
import { useI18n } from '../i18n/context.tsx';
import { Icon } from './icon.tsx';

/** A modal window on the native dialog: focus stays inside, Esc closes, focus returns to where it was. */
export function Dialog(props: { title: string; onClose: () => void; children: (close: () => void) => ReactNode }) {
  const { m } = useI18n();
  const ref = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const dialog = ref.current;
    if (dialog && !dialog.open) dialog.showModal();
  }, []);
  // Always through the element: only then does the browser put the focus back where it was.
  const close = () => ref.current?.close();
  return (
    <dialog ref={ref} className="dialog" aria-labelledby="dialog-title" onClose={props.onClose}>
      <div className="dialog-head">
        <h2 id="dialog-title">{props.title}</h2>
        <button type="button" className="icon-button" onClick={close} title={m.app.close}>
          <Icon name="close" />
          <span className="visually-hidden">{m.app.close}</span>
        </button>
      </div>
      {props.children(close)}
    </dialog>
  );
}
