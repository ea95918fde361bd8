import { useState } from 'react';
import { useI18n } from '../../i18n/context.tsx';
import { Dialog } from '../../shell/dialog.tsx';
import type { TemplatePart } from '../endpoints.ts';

interface TakeAwayProps {
  part: TemplatePart;
  disabled: boolean;
  onTake: () => void;
}

/** Takes a file away from a template, once a person knows that it cannot be fetched back. */
export function TakeAway({ part, disabled, onTake }: TakeAwayProps) {
  const { m } = useI18n();
  const words = m.proposals.templates;
  const [asking, setAsking] = useState(false);
  return (
    <>
      <button type="button" className="button" disabled={disabled} onClick={() => setAsking(true)}>
        {words.take[part]}
      </button>
      {asking && (
        <Dialog title={words.takeTitle[part]} onClose={() => setAsking(false)}>
          {(close) => (
            <>
              <p>{words.takeText[part]}</p>
              <div className="dialog-actions">
                <button type="button" className="button" onClick={close}>
                  {m.app.cancel}
                </button>
                <button
                  type="button"
                  className="button button-danger"
                  onClick={() => {
                    close();
                    onTake();
                  }}
                >
                  {words.take[part]}
                </button>
              </div>
            </>
          )}
        </Dialog>
      )}
    </>
  );
}
