import { useEffect, useRef } from 'react';
import { useI18n } from '../i18n/context.tsx';

/** What became of a disconnected account. */
export interface Left {
  account: string;
  /** The source system. */
  title: string;
  /** What could not be removed there, in the server's words. */
  left: readonly string[];
}

/** After disconnecting: that nothing was left behind, or what is to be removed by hand. Stays until it is read. */
export function LeftBehind({ left: { account, title, left }, onClose }: { left: Left; onClose: () => void }) {
  const { m } = useI18n();
  const section = useRef<HTMLElement>(null);
  // The card with the button that led here is gone: without this the focus would be nowhere.
  useEffect(() => section.current?.focus(), []);
  const words = m.connections;
  return (
    <section
      ref={section}
      tabIndex={-1}
      role={left.length === 0 ? 'status' : 'alert'}
      className={left.length === 0 ? 'callout callout-good' : 'callout callout-bad'}
    >
      {left.length === 0 ? (
        <p>{words.disconnected(account)}</p>
      ) : (
        <>
          <h2>{words.leftTitle(account)}</h2>
          <ul className="plain-list" lang="en">
            {left.map((each) => (
              <li key={each}>{each}</li>
            ))}
          </ul>
          <p>{words.leftText(title)}</p>
        </>
      )}
      <button type="button" className="button" onClick={onClose}>
        {words.understood}
      </button>
    </section>
  );
}
