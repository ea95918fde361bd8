import type { Page } from 'playwright-core';
import { CLIENT, OLD_TICKET, SIGNATURE, SUBDOMAIN } from './zendesk-story-account.ts';

/** What an admin does in the console. Each step ends when the page says that it is done. */

export async function setPassword(page: Page, setupLink: string): Promise<void> {
  await page.goto(setupLink);
  await page.getByLabel('Name').fill('Ada');
  await page.getByLabel('E-mail').fill('ada@example.com');
  await page.getByLabel(/^Password/).fill('a long enough passphrase');
  await page.locator('form button[type=submit]').click();
  await page.waitForURL('**/tickets');
}

/** Up to the consent page of the account. */
export async function askForAccess(page: Page, zendeskUrl: string): Promise<void> {
  await goTo(page, 'Connections');
  await page.getByRole('link', { name: 'Connect Zendesk' }).click();
  await page.getByLabel('Zendesk address').fill(`https://${SUBDOMAIN}.zendesk.com/agent/dashboard`);
  await page.getByLabel('Identifier').fill(CLIENT.id);
  await page.getByLabel('Secret').fill(CLIENT.secret);
  await page.getByRole('button', { name: 'Go to Zendesk and agree' }).click();
  await page.waitForURL(`${zendeskUrl}/**`);
}

export async function agree(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Allow' }).click();
  await page.waitForURL(`**/connections/zendesk/${SUBDOMAIN}/setup`);
}

/** @returns each step with its state, in the page's words */
export async function waitForSetUp(page: Page): Promise<string[]> {
  await page.getByText('All is set up.').waitFor();
  return page.locator('.setup-name').allInnerTexts();
}

/** @returns the draft as it is shown, and what the page says of it */
export async function tryDraft(page: Page): Promise<string> {
  await page.getByRole('link', { name: 'Next: the first draft' }).click();
  await page.getByLabel('Ticket number').fill(String(OLD_TICKET));
  await page.getByRole('button', { name: 'Write a draft' }).click();
  return page.locator('.trial-draft').innerText();
}

export async function finish(page: Page): Promise<string> {
  await page.getByRole('link', { name: 'Finish' }).click();
  return page.locator('.connection').innerText();
}

export async function signDrafts(page: Page): Promise<void> {
  await goTo(page, 'Rules');
  await page.getByRole('radio', { name: /As a note and beside the ticket/ }).check();
  await page.getByLabel('Signature', { exact: true }).fill(SIGNATURE);
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('status').getByText('Saved').waitFor();
}

/** What the page gives for the app beside the ticket: the line that packs it, and its two settings. */
export async function readAppGuide(page: Page): Promise<{ command: string; backendUrl: string; secret: string }> {
  await goTo(page, 'Connections');
  await page.getByRole('link', { name: 'App beside the ticket' }).click();
  await page.getByRole('button', { name: 'Make the secret' }).click();
  await page.getByText('Copy it now').waitFor();
  const [command = '', backendUrl = '', secret = ''] = await page.locator('.copy-line code').allInnerTexts();
  return { command, backendUrl, secret };
}

export async function openAcceptance(page: Page): Promise<void> {
  await goTo(page, 'Acceptance');
  await page.locator('.acceptance').waitFor();
}

/** @returns what the page says afterwards */
export async function disconnect(page: Page): Promise<string> {
  await goTo(page, 'Connections');
  await page.getByRole('button', { name: 'Disconnect' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(`Type ${SUBDOMAIN} to confirm`).fill(SUBDOMAIN);
  await dialog.getByRole('button', { name: 'Disconnect' }).click();
  await page.getByText(/is disconnected/).waitFor();
  return page.getByRole('main').innerText();
}

export async function goTo(page: Page, place: string): Promise<void> {
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: place, exact: true }).click();
}
