import type { ScopeReason } from '@draftsmith/contracts';

/** Equal to `requiredScopes` of the app project: HubSpot refuses an installation that asks for others. */
export const REQUIRED_SCOPES: readonly ScopeReason[] = [
  {
    scope: 'oauth',
    reason: {
      en: 'To connect at all: HubSpot wants it of every app.',
      ru: 'Чтобы вообще подключиться: HubSpot требует это право от любого приложения.',
    },
  },
  {
    scope: 'crm.objects.deals.read',
    reason: {
      en: 'To read the deal that a proposal is for. Deals are never changed.',
      ru: 'Чтобы читать сделку, для которой готовится предложение. Сделки никогда не изменяются.',
    },
  },
  {
    scope: 'crm.objects.line_items.read',
    reason: {
      en: 'To read its line items: every price in a proposal comes from there.',
      ru: 'Чтобы читать позиции сделки: каждая цена в предложении берётся оттуда.',
    },
  },
  {
    scope: 'crm.objects.contacts.read',
    reason: {
      en: 'To read whom the proposal is for, and the notes, calls, meetings and tasks on the deal, which HubSpot opens with this same scope.',
      ru: 'Чтобы читать, кому адресовано предложение, а также заметки, звонки, встречи и задачи по сделке: HubSpot открывает их этим же правом.',
    },
  },
  {
    scope: 'crm.objects.contacts.write',
    reason: {
      en: 'To leave the note with the proposal on the deal, and the task for an approver: HubSpot has no narrower scope for notes and tasks. Contacts are never changed.',
      ru: 'Чтобы оставить на сделке заметку с предложением и задачу для согласующего: более узкого права для заметок и задач в HubSpot нет. Контакты никогда не изменяются.',
    },
  },
  {
    scope: 'crm.objects.companies.read',
    reason: {
      en: "To read the company's name and address.",
      ru: 'Чтобы читать название и адрес компании.',
    },
  },
  {
    scope: 'crm.objects.owners.read',
    reason: {
      en: 'To name the rep who proposes, and to choose approvers.',
      ru: 'Чтобы указать менеджера, от которого исходит предложение, и выбирать согласующих.',
    },
  },
  {
    scope: 'crm.schemas.deals.read',
    reason: {
      en: 'To know pipelines and stages by name, and which of them are won or lost.',
      ru: 'Чтобы знать названия воронок и этапов и то, какие из них означают выигрыш или проигрыш.',
    },
  },
  {
    scope: 'crm.schemas.line_items.read',
    reason: {
      en: 'To know whether your account keeps a discount as money or as a percentage.',
      ru: 'Чтобы знать, хранит ли ваш аккаунт скидку суммой или процентом.',
    },
  },
  {
    scope: 'files',
    reason: {
      en: 'To put the proposal into the file manager, as a private file.',
      ru: 'Чтобы положить предложение в файловый менеджер закрытым файлом.',
    },
  },
];

/** Equal to `optionalScopes`: an account that cannot give one, because of its plan, is connected all the same. */
export const OPTIONAL_SCOPES: readonly ScopeReason[] = [
  {
    scope: 'sales-email-read',
    reason: {
      en: "To read the e-mails on the deal, so that the proposal takes up the customer's own words. Without it, e-mails are left out.",
      ru: 'Чтобы читать письма по сделке и говорить в предложении словами клиента. Без этого права письма не учитываются.',
    },
  },
  {
    scope: 'tax_rates.read',
    reason: {
      en: 'To know the taxes of line items by name and rate. Without it, taxes are not shown.',
      ru: 'Чтобы знать названия и ставки налогов по позициям. Без этого права налоги не показываются.',
    },
  },
  {
    scope: 'crm.objects.quotes.read',
    reason: {
      en: 'For draft quotes: to find your templates, and what we have drafted already.',
      ru: 'Для черновиков коммерческих предложений HubSpot: чтобы находить шаблоны и то, что уже подготовлено.',
    },
  },
  {
    scope: 'crm.objects.quotes.write',
    reason: {
      en: 'For draft quotes: to write them. They are drafts always; nothing is ever published.',
      ru: 'Для черновиков коммерческих предложений HubSpot: чтобы создавать их. Это всегда только черновики, ничего не публикуется.',
    },
  },
  {
    scope: 'crm.objects.line_items.write',
    reason: {
      en: "For draft quotes: to copy the deal's line items into them. Those of the deal are never changed.",
      ru: 'Для черновиков коммерческих предложений HubSpot: чтобы копировать в них позиции сделки. Сами позиции сделки не изменяются.',
    },
  },
  {
    scope: 'automation',
    reason: {
      en: 'To tell a workflow that waits for a proposal that it is ready.',
      ru: 'Чтобы сообщать процессу, который ждёт предложения, что оно готово.',
    },
  },
];

export const SCOPES: readonly ScopeReason[] = [...REQUIRED_SCOPES, ...OPTIONAL_SCOPES];

export function lackingScopes(granted: readonly string[]): { required: string[]; optional: string[] } {
  const lacking = (scopes: readonly ScopeReason[]) =>
    scopes.map(({ scope }) => scope).filter((scope) => !granted.includes(scope));
  return { required: lacking(REQUIRED_SCOPES), optional: lacking(OPTIONAL_SCOPES) };
}
