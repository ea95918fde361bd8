import type { ProposalTemplateView } from '@draftsmith/contracts';
import { useSWRConfig } from 'swr';
import { DialogFoot } from '../../access/dialog-foot.tsx';
import { useSubmit } from '../../access/use-submit.ts';
import { useI18n } from '../../i18n/context.tsx';
import type { AccountName } from '../../router/route.ts';
import { Dialog } from '../../shell/dialog.tsx';
import { removeTemplate, templatesUrl } from '../endpoints.ts';

interface RemoveTemplateProps {
  account: AccountName;
  template: ProposalTemplateView;
  onRemoved: (template: ProposalTemplateView) => void;
  onClose: () => void;
}

/** Says what goes and what stays, and whether there is a way back. */
export function RemoveTemplate({ account, template, onRemoved, onClose }: RemoveTemplateProps) {
  const { m } = useI18n();
  const words = m.proposals.templates;
  return (
    <Dialog title={words.removeTitle(template.name)} onClose={onClose}>
      {(close) => <ConfirmForm account={account} template={template} onRemoved={onRemoved} close={close} />}
    </Dialog>
  );
}

type ConfirmProps = Omit<RemoveTemplateProps, 'onClose'> & { close: () => void };

function ConfirmForm({ account, template, onRemoved, close }: ConfirmProps) {
  const { m } = useI18n();
  const words = m.proposals.templates;
  const { mutate } = useSWRConfig();
  const form = useSubmit(async () => {
    await removeTemplate(account, template.id);
    close();
    onRemoved(template);
    await mutate(templatesUrl(account));
  });
  return (
    <form className="dialog-form" onSubmit={form.submit}>
      <p>{words.removeStays}</p>
      <p>{isOnlyWords(template) ? words.removeUndo : words.removeFiles}</p>
      <DialogFoot
        problem={form.problem}
        action={form.busy ? words.removing : words.remove}
        disabled={form.busy}
        danger
        onCancel={close}
      />
    </form>
  );
}

/** Files cannot be fetched back: what has some cannot be made again from here. */
export function isOnlyWords({ hasDocument, hasLogo }: ProposalTemplateView): boolean {
  return !hasDocument && !hasLogo;
}
