/**
 * The draft with the signature below it. Ours, word for word: a model would change a telephone number, and its own
 * address would not pass the bounds of an answer. What the check says of the text stays true, because it is put behind.
 */
export function signed(text: string, signature: string | undefined): string {
  const closing = signature?.trim() ?? '';
  return closing === '' || text.trimEnd().endsWith(closing) ? text : `${text.trimEnd()}\n\n${closing}`;
}
