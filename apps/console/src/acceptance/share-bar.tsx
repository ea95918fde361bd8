import type { Share } from './shares.ts';

/** Shares side by side. Decoration: the words and figures beside it say the same. */
export function ShareBar({ shares, large = false }: { shares: readonly Share[]; large?: boolean }) {
  return (
    <div className={large ? 'fate-bar fate-bar-large' : 'fate-bar'} aria-hidden="true">
      {shares
        .filter(({ count }) => count > 0)
        .map(({ part, share }) => (
          <span key={part} className={`fate fate-${part}`} style={{ flexGrow: share }} />
        ))}
    </div>
  );
}
