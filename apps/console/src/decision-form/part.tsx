import type { ReactNode } from 'react';

/** A part of a page of decisions. */
export function Part({ title, hint, children }: { title: string; hint?: string; children: ReactNode }) {
  return (
    <section className="policy-part" aria-label={title}>
      <div className="part-head">
        <h2>{title}</h2>
        {hint && <p className="field-hint">{hint}</p>}
      </div>
      {children}
    </section>
  );
}
