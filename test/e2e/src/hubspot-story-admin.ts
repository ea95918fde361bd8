import type { Page } from 'playwright-core';
import { COMPANY, PORTAL } from './hubspot-story-account.ts';
import { goTo } from './zendesk-story-admin.ts';

/** What an admin does in the console. Each step ends when the page says that it is done. */

/** Up to HubSpot's own page, where the account is chosen. */
export async function askForAccess(page: Page, hubspotUrl: string): Promise<string> {
  await goTo(page, 'Connections');
  await page.getByRole('link', { name: 'Connect HubSpot' }).click();
  await page.getByRole('button', { name: 'Go to HubSpot and agree' }).waitFor();
  const asked = await page.getByRole('main').innerText();
  await page.getByRole('button', { name: 'Go to HubSpot and agree' }).click();
  await page.waitForURL(`${hubspotUrl}/oauth/authorize?**`);
  return asked;
}

export async function agree(page: Page): Promise<void> {
  await page.getByLabel('Account').selectOption(String(PORTAL));
  await page.getByRole('button', { name: 'Connect app' }).click();
  await page.waitForURL(`**/connections/hubspot/${PORTAL}/setup`);
  await page.getByText('All is set up.').waitFor();
}

/** @returns the proposal as it is shown; nothing of it is kept or written */
export async function tryProposal(page: Page, dealId: string): Promise<string> {
  await page.getByRole('link', { name: 'Next: a first proposal' }).click();
  await page.getByLabel('Deal number').fill(dealId);
  await page.getByRole('button', { name: 'Write a proposal' }).click();
  const text = await page.locator('.trial-draft').innerText();
  await page.getByRole('link', { name: 'Finish' }).click();
  return text;
}

export async function decide(page: Page): Promise<void> {
  await goTo(page, 'Proposals');
  await page.getByRole('link', { name: 'Settings', exact: true }).click();
  await page.getByLabel('Your company', { exact: true }).fill(COMPANY);
  await page.getByRole('checkbox', { name: /draft quote made in HubSpot/ }).check();
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('status').getByText('Saved').waitFor();
}

/** @returns what the page says of the outcome */
export async function readOutcome(page: Page): Promise<string> {
  await goTo(page, 'Proposals');
  await page.getByText('What became of proposals').waitFor();
  return page.getByRole('main').innerText();
}

/** @returns what the page says afterwards */
export async function disconnect(page: Page): Promise<string> {
  await goTo(page, 'Connections');
  await page.getByRole('button', { name: 'Disconnect' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(`Type ${PORTAL} to confirm`).fill(String(PORTAL));
  await dialog.getByRole('button', { name: 'Disconnect' }).click();
  await page.getByText(/is disconnected/).waitFor();
  return page.getByRole('main').innerText();
}
