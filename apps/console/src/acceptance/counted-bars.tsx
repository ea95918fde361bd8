import { useI18n } from '../i18n/context.tsx';

export interface CountedBar {
  key: string;
  name: string;
  hint?: string;
  count: number;
}

/** Counts as bars, the longest first; each is as long as its count beside the largest. */
export function CountedBars({ bars }: { bars: readonly CountedBar[] }) {
  const { f } = useI18n();
  const sorted = [...bars].filter(({ count }) => count > 0).sort((a, b) => b.count - a.count);
  const most = Math.max(1, ...sorted.map(({ count }) => count));
  return (
    <ul className="counted-bars">
      {sorted.map(({ key, name, hint, count }) => (
        <li key={key}>
          <span className="counted-name">
            {name}
            {hint && <span className="fate-hint">{hint}</span>}
          </span>
          <span className="counted-number">{f.number(count)}</span>
          <span className="counted-bar" style={{ inlineSize: `${(count / most) * 100}%` }} aria-hidden="true" />
        </li>
      ))}
    </ul>
  );
}
