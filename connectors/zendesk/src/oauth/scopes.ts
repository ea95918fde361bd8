import type { ScopeReason } from '@draftsmith/contracts';

/**
 * The fewest scopes that work. Search, brands, groups and ticket forms have no scope of their own: they open with the broad
 * `read` only, which takes in reading of all the rest. Writing is asked for by resource; users, macros, help centre and
 * settings are never written.
 */
export const SCOPES: readonly ScopeReason[] = [
  {
    scope: 'read',
    reason: {
      en: 'To read the tickets, customers, macros and help-centre articles that a draft is written from, and the brands, groups and forms that your rules name. Zendesk has no narrower scope for search, brands, groups and forms.',
      ru: 'Чтобы читать обращения, данные клиентов, макросы и статьи справочного центра, на которых строится черновик, а также бренды, группы и формы для ваших правил. Более узкого права для поиска, брендов, групп и форм в Zendesk нет.',
    },
  },
  {
    scope: 'tickets:write',
    reason: {
      en: 'To put the draft into the ticket as an internal note. Nothing is ever sent to a customer.',
      ru: 'Чтобы добавлять черновик в обращение внутренней заметкой. Клиентам никогда ничего не отправляется.',
    },
  },
  {
    scope: 'webhooks:write',
    reason: {
      en: 'To create the webhook that tells us of new messages, to send its test, and to remove it again.',
      ru: 'Чтобы создать вебхук, который сообщает о новых сообщениях, отправить его проверку и потом удалить его.',
    },
  },
  {
    scope: 'triggers:write',
    reason: {
      en: 'To create the trigger that calls the webhook, and to remove it again.',
      ru: 'Чтобы создать триггер, который вызывает вебхук, и потом удалить его.',
    },
  },
];

export const SCOPE_TEXT = SCOPES.map(({ scope }) => scope).join(' ');

/** Which of ours a token lacks; the broad `write` takes in every narrower one. */
export function lackingScopes(granted: readonly string[]): string[] {
  return SCOPES.map(({ scope }) => scope).filter(
    (scope) => !granted.includes(scope) && !(scope.endsWith(':write') && granted.includes('write')),
  );
}
