import { useI18n } from '../../i18n/context.tsx';

/** As `@draftsmith/documents` reads them; all others are in its README. */
const EXAMPLES = {
  company: '{{customer.company}}',
  name: '{{customer.name}}',
  date: '{{proposal.date}} {{proposal.valid_until}}',
  ours: '{{company.name}} {{owner.name}}',
  sections: '{{#sections}} {{title}} {{#paragraphs}} {{text}} {{/paragraphs}} {{/sections}}',
  prices: '{{#prices}}{{name}} | {{quantity}} | {{price}} | {{net}}{{/prices}}',
  totals: '{{#totals}}{{label}} {{gross}}{{/totals}}',
} as const;

/** For whoever makes a Word file: what can stand in it. */
export function Placeholders() {
  const { m } = useI18n();
  const words = m.proposals.templates;
  return (
    <details className="placeholders">
      <summary>{words.placeholdersTitle}</summary>
      <dl>
        {(Object.keys(EXAMPLES) as (keyof typeof EXAMPLES)[]).map((name) => (
          <div key={name}>
            <dt>
              <code>{EXAMPLES[name]}</code>
            </dt>
            <dd>{words.placeholders[name]}</dd>
          </div>
        ))}
      </dl>
      <p className="field-hint">{words.placeholdersMore}</p>
    </details>
  );
}
