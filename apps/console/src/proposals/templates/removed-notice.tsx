import type { ProposalTemplateView } from '@draftsmith/contracts';
import { useEffect, useRef, useState } from 'react';
import { useSWRConfig } from 'swr';
import { useSubmit } from '../../access/use-submit.ts';
import { useI18n } from '../../i18n/context.tsx';
import type { AccountName } from '../../router/route.ts';
import { ProblemText } from '../../shell/problem.tsx';
import { createTemplate, templatesUrl } from '../endpoints.ts';
import { isOnlyWords } from './remove-template.tsx';
import { copyOf } from './template-fields.ts';

/** After a template was removed: that it is gone, and the way back where there is one. */
export function RemovedNotice({ account, template }: { account: AccountName; template: ProposalTemplateView | null }) {
  return (
    <div role="status" className="said">
      {template && <Removed key={`${template.id} ${template.revision}`} account={account} template={template} />}
    </div>
  );
}

function Removed({ account, template }: { account: AccountName; template: ProposalTemplateView }) {
  const { m } = useI18n();
  const words = m.proposals.templates;
  const { mutate } = useSWRConfig();
  const [restored, setRestored] = useState(false);
  const notice = useRef<HTMLFormElement>(null);
  // The button that led here went with its template: without this the focus would be nowhere.
  useEffect(() => notice.current?.focus(), []);
  const undo = useSubmit(async () => {
    await createTemplate(account, copyOf(template));
    await mutate(templatesUrl(account));
    setRestored(true);
  });
  return (
    <form ref={notice} tabIndex={-1} className="removed" onSubmit={undo.submit}>
      <p className="form-done">{restored ? words.restored(template.name) : words.removed(template.name)}</p>
      {undo.problem !== null && (
        <p className="form-problem">
          <ProblemText error={undo.problem} />
        </p>
      )}
      {!restored && isOnlyWords(template) && (
        <button type="submit" className="button" disabled={undo.busy}>
          {words.undo}
        </button>
      )}
    </form>
  );
}
