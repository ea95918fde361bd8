import { neutralised } from '../insert/reply-text.ts';

/** Into the clipboard. Zendesk may not let a framed app use the newer way, so the older one follows. */
export async function copyText(text: string): Promise<void> {
  const safe = neutralised(text);
  try {
    await navigator.clipboard.writeText(safe);
  } catch {
    if (!copyBySelection(safe)) throw new Error('Copying is not allowed here');
  }
}

function copyBySelection(text: string): boolean {
  const focused = document.activeElement;
  const area = document.createElement('textarea');
  area.value = text;
  area.setAttribute('readonly', '');
  area.style.cssText = 'position:fixed;inset-block-start:0;opacity:0';
  document.body.append(area);
  area.select();
  try {
    return document.execCommand('copy');
  } finally {
    area.remove();
    if (focused instanceof HTMLElement) focused.focus();
  }
}
