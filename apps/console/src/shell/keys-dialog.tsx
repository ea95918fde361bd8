import { useI18n } from '../i18n/context.tsx';
import { Dialog } from './dialog.tsx';

/** The list of keyboard shortcuts. */
export function KeysDialog({ onClose }: { onClose: () => void }) {
  const { m } = useI18n();
  const rows: [string[], string][] = [
    [['J', '↓'], m.keys.next],
    [['K', '↑'], m.keys.previous],
    [['Enter'], m.keys.open],
    [['Esc'], m.keys.back],
    [['N'], m.keys.check],
    [['→', '←'], m.keys.sentences],
    [['/'], m.keys.search],
    [['?'], m.keys.help],
  ];
  return (
    <Dialog title={m.keys.title} onClose={onClose}>
      {() => (
        <dl className="keys">
          {rows.map(([keys, meaning]) => (
            <div key={meaning}>
              <dt>
                {keys.map((key, index) => (
                  <span key={key}>
                    {index > 0 && ` ${m.keys.or} `}
                    <kbd>{key}</kbd>
                  </span>
                ))}
              </dt>
              <dd>{meaning}</dd>
            </div>
          ))}
        </dl>
      )}
    </Dialog>
  );
}
