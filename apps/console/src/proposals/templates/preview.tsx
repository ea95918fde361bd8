import { useId, useState } from 'react';
import { Part } from '../../decision-form/part.tsx';
import { useI18n } from '../../i18n/context.tsx';
import type { AccountName } from '../../router/route.ts';
import { Icon } from '../../shell/icon.tsx';
import { previewUrl } from '../endpoints.ts';
import { localeOptions } from '../locales.ts';
import type { EditedTemplate } from './template-kind.ts';

interface PreviewProps {
  account: AccountName;
  template: EditedTemplate;
  /** There are changes that are not saved. */
  dirty: boolean;
}

/** A proposal with invented names, made with the template as it is saved. */
export function Preview({ account, template, dirty }: PreviewProps) {
  const { m, f, locale: console } = useI18n();
  const words = m.proposals.templates;
  const id = useId();
  const [chosen, setChosen] = useState<string | null>(null);
  const locale = chosen ?? template.locale ?? (console === 'ru' ? 'ru-RU' : 'en-US');
  return (
    <Part title={words.previewTitle} hint={dirty ? `${words.previewLead} ${words.previewUnsaved}` : words.previewLead}>
      <div className="field preview-language">
        <label htmlFor={id}>{words.previewLanguage}</label>
        <select id={id} value={locale} onChange={(event) => setChosen(event.target.value)}>
          {localeOptions(f, [locale]).map((option) => (
            <option key={option.id} value={option.id}>
              {option.name}
            </option>
          ))}
        </select>
      </div>
      <div className="part-actions">
        {(['pdf', 'docx'] as const).map((format) => (
          <a
            key={format}
            className="button"
            href={previewUrl(account, template.id, format, locale)}
            target="_blank"
            rel="noreferrer"
            title={words.previewOpens}
          >
            {format === 'pdf' ? words.previewPdf : words.previewDocx} <Icon name="external" size={13} />
          </a>
        ))}
      </div>
    </Part>
  );
}
