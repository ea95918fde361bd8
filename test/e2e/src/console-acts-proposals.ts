import type { MockApi, MockState } from '@draftsmith/console/dev';
import type { Page } from 'playwright-core';

export function badFile(state: MockState): void {
  state.proposals.findings = [
    {
      ...{ code: 'unknown-placeholder', severity: 'error', placeholder: '{{custmer.company}}' },
      ...{ meant: '{{customer.company}}', near: 'Offer for {{custmer.company}}, as discussed' },
    },
    { code: 'required-missing', severity: 'error', placeholder: '{{#prices}}' },
    { code: 'unclosed-placeholder', severity: 'error', near: 'valid until {{proposal.valid_until' },
    { code: 'external-content', severity: 'warning' },
  ];
}

export async function uploadWord(page: Page, result: unknown = '.word-findings'): Promise<void> {
  const file = { name: 'offer.docx', mimeType: 'application/octet-stream', buffer: Buffer.from('PK') };
  await page.locator('.template-file input[type=file]').first().setInputFiles(file);
  await page
    .locator(typeof result === 'string' ? result : '.word-findings')
    .first()
    .waitFor();
}

export function goodCsv(): string {
  return 'sku,name,price,currency,valid_until\nEMB-100,Ember tracker,47.90,EUR,\nNEW-1,New lamp,12.00,EUR,2099-12-31\n';
}

export function wrongCsv(): string {
  return 'sku;name;price;currency\nEMB-100;Ember tracker;"49,90";EUR\nEMB-101;Ember rear light;179.90;Euro\n';
}

export function upload(csv: string, result: string) {
  return async (page: Page) => {
    const file = { name: 'prices-2027.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) };
    await page.locator('input[type=file]').setInputFiles(file);
    await page.locator(result).first().waitFor();
  };
}

export async function mistype(page: Page): Promise<void> {
  await page.locator('.accent-text').fill('#1f4');
  await page.locator('.approval input').fill('25 000');
  await page.locator('.field-mistake').nth(1).waitFor();
  if (await page.locator('.save-actions .button-primary').isEnabled()) throw new Error('a mistake can be saved');
}

/** Both change the approval; only the other one adds a language and changes the tone. */
export async function meetAnotherAdmin(page: Page, api: MockApi): Promise<void> {
  await page.locator('.approval input').fill('30000');
  api.state.proposals.settings = api.state.proposals.settings.map((view) => ({
    ...view,
    settings: { ...view.settings, approvalAbove: '50000', locales: [...view.settings.locales, 'fr-FR'], tone: 'warm' },
    revision: view.revision + 1,
    updatedBy: 'Екатерина Воронцова',
  }));
  await page.locator('.save-actions .button-primary').click();
  await page.locator('dialog .conflict', { hasText: 'added French (France)' }).waitFor();
}

export async function meetAnotherWriter(page: Page, api: MockApi): Promise<void> {
  await page.getByLabel('Terms').fill('Payment within 14 days of the invoice.');
  api.state.proposals.templates = api.state.proposals.templates.map((one) => ({
    ...one,
    terms: 'Payment in advance.',
    hints: {},
    revision: one.revision + 1,
  }));
  await page.locator('.save-actions .button-primary').click();
  await page.locator('dialog .conflict').waitFor();
}

export function waitFor(selector: string) {
  return (page: Page) => page.locator(selector).first().waitFor();
}

export async function expectValue(page: Page, label: string, value: string): Promise<void> {
  const field = page.getByLabel(label).first();
  await field.waitFor();
  const found = await field.inputValue();
  if (found !== value) throw new Error(`${label} is ${found}, not ${value}`);
}
