/** Only tags that carry something: who asks why `<title>` is not saved means the word. */
const TAG = /<[a-z][a-z0-9-]{0,30}[\s/]+[^<>]{1,2000}>/gi;
const CLOSED_TAG = /<\/(?:a|div|span|p|font|td|tr|table|center)\s*>/gi;
const IMAGE_OR_LINK =
  /!?\[([^[\]\n]{0,500})\]\(\s*<?((?:[a-z][a-z0-9+.-]{1,20}:|\/\/|www\.|\/)[^\s()<>]{0,2000})>?(?:\s+["'(][^\n"')]{0,500}["')])?\s*\)/gi;
/** `[//]: # (text)` is how Markdown writes a comment. */
const MARKDOWN_COMMENT = /^[ \t]{0,3}\[[^[\]\n]{1,200}\]:[ \t]*(?:#|<>)(?:[ \t][^\n]*)?$/gm;
const REFERENCE_TITLE = /^([ \t]{0,3}\[[^[\]\n]{1,200}\]:[ \t]*\S{1,2000})[ \t]+["'(][^\n]*["')][ \t]*$/gm;
const DATA_URL = /\bdata:(?:[a-z]+\/[\w.+-]+|(?=;))(?:;[\w=-]+){0,5},[^\s"'<>)\]]*/gi;

/** Plain text without what a mail program or a help centre would not show: comments, attributes, hidden addresses. */
export function withoutMarkup(text: string): string {
  let result = text;
  if (result.includes('<')) result = withoutComments(result).replace(TAG, '').replace(CLOSED_TAG, '');
  if (result.includes('](')) result = result.replace(IMAGE_OR_LINK, shown);
  if (result.includes(']:')) result = result.replace(MARKDOWN_COMMENT, '').replace(REFERENCE_TITLE, '$1');
  return result.replace(DATA_URL, 'data:…');
}

/** Searched by hand: a pattern would look for the end of each of a thousand unclosed ones. */
function withoutComments(text: string): string {
  let result = '';
  let rest = 0;
  for (let start = text.indexOf('<!--'); start >= 0; start = text.indexOf('<!--', rest)) {
    const end = text.indexOf('-->', start);
    if (end < 0) break;
    result += text.slice(rest, start);
    rest = end + 3;
  }
  return result + text.slice(rest);
}

/** A link shows where it leads; a picture that a text asks to load shows nothing but its caption. */
function shown(whole: string, caption: string, target: string): string {
  if (whole.startsWith('!')) return caption;
  return caption === '' || caption === target ? target : `${caption} (${target})`;
}
