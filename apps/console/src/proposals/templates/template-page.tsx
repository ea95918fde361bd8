import type { ProposalTemplateView } from '@draftsmith/contracts';
import { useMemo } from 'react';
import { CopyLine } from '../../connections/copy-line.tsx';
import { ConflictDialog } from '../../decision-form/conflict-dialog.tsx';
import { LeaveDialog } from '../../decision-form/leave-dialog.tsx';
import { SaveBar } from '../../decision-form/save-bar.tsx';
import { useDecisionEditor } from '../../decision-form/use-decision-editor.ts';
import { useI18n } from '../../i18n/context.tsx';
import { Link } from '../../router/navigation.tsx';
import type { AccountName } from '../../router/route.ts';
import { NEW_TEMPLATE, proposalsPath } from '../place.ts';
import { Preview } from './preview.tsx';
import { fieldsOf, STANDARD_ID, type TemplateField, type TemplateFields } from './template-fields.ts';
import { TemplateFiles } from './template-files.tsx';
import { TemplateForm } from './template-form.tsx';
import { TemplateHead } from './template-head.tsx';
import { type EditedTemplate, editedTemplate, type TemplateEditor, templateKind } from './template-kind.ts';
import { useTemplateName } from './use-template-name.ts';

interface TemplatePageProps {
  account: AccountName;
  loaded: ProposalTemplateView;
  mayEdit: boolean;
}

/** One template: what it says, what it looks like, and a proposal made with it. */
export function TemplatePage({ account, loaded, mayEdit }: TemplatePageProps) {
  const { m } = useI18n();
  const words = m.proposals.templates;
  const isOwn = loaded.id === STANDARD_ID;
  const nameOf = useTemplateName();
  // By its parts: the object itself is another one each time.
  const { connector, account: name } = account;
  const kind = useMemo(() => templateKind({ connector, account: name }), [connector, name]);
  const editor = useDecisionEditor(kind, editedTemplate(account, loaded));
  const changes = mayEdit && !isOwn;
  return (
    <>
      <TemplateHead title={nameOf(editor.base)} account={account} />
      {isOwn ? (
        <OwnTemplate account={account} mayEdit={mayEdit} />
      ) : (
        <>
          <TemplateForm fields={editor.fields} onChange={changes ? editor.change : null} />
          <TemplateFiles account={account} editor={editor} mayEdit={changes} />
        </>
      )}
      <Preview account={account} template={editor.base} dirty={editor.dirty} />
      {changes && <TemplateId id={loaded.id} />}
      {changes && (
        <SaveBar
          editor={editor}
          saved={m.proposals.settings.saved}
          mistake={editor.fields.name.trim() === '' ? words.nameMissing : undefined}
        />
      )}
      {editor.state.kind === 'conflict' && <TemplateConflict editor={editor} theirs={editor.state.theirs} />}
      <LeaveDialog dirty={editor.dirty} discard={editor.discard} />
    </>
  );
}

function OwnTemplate({ account, mayEdit }: { account: AccountName; mayEdit: boolean }) {
  const { m } = useI18n();
  const words = m.proposals.templates;
  return (
    <section className="policy-part" aria-label={words.own}>
      <p>{words.ownText}</p>
      {mayEdit && (
        <div className="part-actions">
          <Link
            className="button"
            href={proposalsPath({ part: 'templates', account, template: NEW_TEMPLATE, from: STANDARD_ID })}
          >
            {words.copy}
          </Link>
        </div>
      )}
    </section>
  );
}

function TemplateId({ id }: { id: string }) {
  const { m } = useI18n();
  return (
    <p className="template-id">
      <span className="field-hint">{m.proposals.templates.id}</span>
      <CopyLine text={id} />
    </p>
  );
}

function TemplateConflict({ editor, theirs }: { editor: TemplateEditor; theirs: EditedTemplate }) {
  const { m, f } = useI18n();
  const words = m.proposals.templates;
  const valueWords = (name: TemplateField, fields: TemplateFields) => {
    if (name === 'hints') return m.rules.changed;
    if (name === 'locale') return fields.locale === '' ? words.everyLanguage : f.language(fields.locale);
    return fields[name] || words.noWords;
  };
  return (
    <ConflictDialog
      editor={editor}
      theirs={theirs}
      theirFields={fieldsOf(theirs)}
      labels={words.fields}
      entryWords={(_, entry) => entry}
      valueWords={valueWords}
    />
  );
}
