import { Part } from '../../decision-form/part.tsx';
import { useI18n } from '../../i18n/context.tsx';
import type { AccountName } from '../../router/route.ts';
import type { TemplatePart } from '../endpoints.ts';
import { FileButton } from '../file-button.tsx';
import { FileResult } from './file-result.tsx';
import { Placeholders } from './placeholders.tsx';
import { TakeAway } from './take-away.tsx';
import type { TemplateEditor } from './template-kind.ts';
import { useFileUpload } from './use-file-upload.ts';

interface TemplateFilesProps {
  account: AccountName;
  editor: TemplateEditor;
  mayEdit: boolean;
}

/** The company's own Word file and its logo; each is in use as soon as it is uploaded. */
export function TemplateFiles(props: TemplateFilesProps) {
  const { m } = useI18n();
  const words = m.proposals.templates;
  const { hasDocument, hasLogo } = props.editor.base;
  return (
    <Part title={words.filesTitle}>
      <TemplateFile
        {...props}
        part="document"
        hint={words.documentHint}
        has={hasDocument}
        state={hasDocument ? words.hasDocument : words.noDocument}
        accept=".docx,.dotx"
      />
      {props.mayEdit && <Placeholders />}
      <TemplateFile
        {...props}
        part="logo"
        hint={words.logoHint}
        has={hasLogo}
        state={hasLogo ? words.hasLogo : words.noLogo}
        accept="image/png,image/jpeg"
      />
    </Part>
  );
}

interface TemplateFileProps extends TemplateFilesProps {
  part: TemplatePart;
  hint: string;
  has: boolean;
  /** What is there, in words. */
  state: string;
  accept: string;
}

function TemplateFile({ account, editor, mayEdit, part, hint, has, state, accept }: TemplateFileProps) {
  const { m } = useI18n();
  const words = m.proposals.templates;
  const upload = useFileUpload(account, editor, part);
  const busy = upload.state.kind === 'busy';
  return (
    <fieldset className="template-file">
      <legend>{words.files[part]}</legend>
      <p className="field-hint">{hint}</p>
      <p>{state}</p>
      {mayEdit && (
        <div className="part-actions">
          <FileButton accept={accept} disabled={busy} onFile={upload.send}>
            {has ? words.replace[part] : words.choose[part]}
          </FileButton>
          {has && <TakeAway part={part} disabled={busy} onTake={upload.take} />}
        </div>
      )}
      <div role="status" className="said">
        <FileResult part={part} state={upload.state} />
      </div>
    </fieldset>
  );
}
