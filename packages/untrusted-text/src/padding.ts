/** A reader scrolls over a page of nothing and believes the text to be over; a program does not. */
const EMPTY_LINES = /\n(?:[^\S\n]*\n){4,}/g;
const BLANKS = /[^\S\n]{60,}/g;

export function withoutPadding(text: string): string {
  return text.replace(BLANKS, ' ').replace(EMPTY_LINES, '\n\n');
}
