import type {
  ProposalSettings,
  ProposalSettingsView,
  ProposalTemplateView,
  RateCardSaved,
  TemplateSaved,
  TemplateText,
} from '@draftsmith/contracts';
import { send, sendFile } from '../api/request.ts';
import type { AccountName } from '../router/route.ts';

const PROPOSALS = '/api/proposals';
export const PROPOSAL_SETTINGS = `${PROPOSALS}/settings`;

const accountUrl = ({ connector, account }: AccountName, part: string) =>
  `${PROPOSALS}/${encodeURIComponent(connector)}/${encodeURIComponent(account)}/${part}`;

/** What became of proposals; of every account when none is named. */
export function reportUrl(days: number, account: AccountName | null): string {
  const query = new URLSearchParams({ days: String(days), ...(account && { ...account }) });
  return `${PROPOSALS}?${query}`;
}

export const proposalChoicesUrl = (account: AccountName) => accountUrl(account, 'choices');
export const saveProposalSettings = (from: ProposalSettingsView, settings: ProposalSettings) =>
  send<ProposalSettingsView>('PUT', accountUrl(from, 'settings'), { settings, revision: from.revision });

export const templatesUrl = (account: AccountName) => accountUrl(account, 'templates');
const templateUrl = (account: AccountName, id: string, part = '') =>
  `${templatesUrl(account)}/${encodeURIComponent(id)}${part}`;
export const createTemplate = (account: AccountName, text: TemplateText) =>
  send<TemplateSaved>('POST', templatesUrl(account), text);
export const saveTemplate = (account: AccountName, id: string, text: TemplateText, revision: number) =>
  send<TemplateSaved>('PUT', templateUrl(account, id), { ...text, revision });
export const removeTemplate = (account: AccountName, id: string) => send('DELETE', templateUrl(account, id));

/** What is uploaded beside the words. */
export type TemplatePart = 'document' | 'logo';
const partUrl = (
  account: AccountName,
  { id, revision }: Pick<ProposalTemplateView, 'id' | 'revision'>,
  part: TemplatePart,
) => templateUrl(account, id, `/${part}?revision=${revision}`);
export const uploadPart = (account: AccountName, template: ProposalTemplateView, part: TemplatePart, file: Blob) =>
  sendFile<TemplateSaved>(partUrl(account, template, part), file, file.type || 'application/octet-stream');
export const removePart = (account: AccountName, template: ProposalTemplateView, part: TemplatePart) =>
  send<TemplateSaved>('DELETE', partUrl(account, template, part));
export const previewUrl = (account: AccountName, id: string, format: 'pdf' | 'docx', locale: string) =>
  templateUrl(account, id, `/preview.${format}?${new URLSearchParams({ locale })}`);

export const rateCardUrl = (account: AccountName) => accountUrl(account, 'rate-card');
export const checkRateCard = (account: AccountName, csv: string) =>
  sendFile<RateCardSaved>(`${rateCardUrl(account)}?check=true`, csv, 'text/csv');
export const replaceRateCard = (account: AccountName, csv: string) =>
  sendFile<RateCardSaved>(rateCardUrl(account), csv, 'text/csv');
