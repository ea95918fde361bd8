import type { Source } from '@draftsmith/contracts';
import type { ApiArticle, ApiMacro } from '../client/schemas.ts';
import { MACRO_PUBLIC_FIELD, MACRO_TEXT_FIELDS } from '../facts.ts';
import { textOfHtml } from '../html-text.ts';

/** Undefined for drafts and for articles without text. */
export function sourceOfArticle(article: ApiArticle): Source | undefined {
  const text = textOfHtml(article.body ?? '');
  if (article.draft || text === '') return undefined;
  // An agent's token also finds what only some users may read; null and [] both mean everybody.
  const isRestricted = Boolean(article.user_segment_id) || (article.user_segment_ids ?? []).length > 0;
  return {
    id: `article:${article.id}`,
    kind: 'article',
    title: article.title ?? '',
    text,
    visibility: isRestricted ? 'internal' : 'public',
    ...(article.locale && { locale: article.locale.toLowerCase() }),
    ...(article.html_url && { url: shortAddress(article.html_url) }),
  };
}

/** Zendesk finds an article by its number alone; the title behind it is, outside English, a line of percent signs. */
function shortAddress(url: string): string {
  return url.replace(/(\/articles\/\d+)-[^?#]*/, '$1');
}

/** Undefined for inactive macros and for those that write nothing. Placeholders stay as they are. */
export function sourceOfMacro(macro: ApiMacro): Source | undefined {
  const text = textOfMacro(macro);
  // What is left of a macro of dynamic content only ({{dc.refunds}}) says nothing.
  if (macro.active === false || !/\p{L}/u.test(text.replace(/\{\{.*?\}\}/gs, ''))) return undefined;
  return {
    id: `macro:${macro.id}`,
    kind: 'macro',
    title: macro.title ?? '',
    text,
    visibility: actionValue(macro, MACRO_PUBLIC_FIELD) === 'false' ? 'internal' : 'public',
  };
}

function textOfMacro(macro: ApiMacro): string {
  const plain = actionValue(macro, MACRO_TEXT_FIELDS.plain);
  return plain?.trim() || textOfHtml(actionValue(macro, MACRO_TEXT_FIELDS.html) ?? '');
}

/** A value is a text, or a pair of channel and text. */
function actionValue(macro: ApiMacro, field: string): string | undefined {
  const value = macro.actions?.find((action) => action.field === field)?.value;
  const last: unknown = Array.isArray(value) ? value.at(-1) : value;
  return typeof last === 'string' || typeof last === 'boolean' ? String(last) : undefined;
}
