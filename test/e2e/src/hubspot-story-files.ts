import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { PortalHandle } from '@draftsmith/simulators/hubspot';
import { strFromU8, unzipSync } from 'fflate';

const PDFTOTEXT = '/usr/bin/pdftotext';

export interface AttachedFile {
  name: string;
  access: string;
  /** As somebody reads it; undefined for a PDF where nothing here can read one. */
  text: string | undefined;
}

/** The files of the only note with files on a deal. */
export async function attachedFiles({ state }: PortalHandle, dealId: string, folder: string): Promise<AttachedFile[]> {
  const notes = state.notes(dealId).filter(({ properties }) => properties.hs_attachment_ids);
  if (notes.length !== 1) throw new Error(`Expected one note with files, and there are ${notes.length}`);
  const ids = notes[0]?.properties.hs_attachment_ids?.split(';') ?? [];
  return Promise.all(
    ids.map(async (id) => {
      const file = state.file(id);
      if (!file) throw new Error(`The note names a file that is not there: ${id}`);
      const name = `${file.name}.${file.extension}`;
      const text = file.extension === 'pdf' ? await readPdf(file.bytes, join(folder, name)) : readWord(file.bytes);
      return { name, access: file.access, text };
    }),
  );
}

async function readPdf(bytes: Uint8Array, path: string): Promise<string | undefined> {
  if (!existsSync(PDFTOTEXT)) return undefined;
  await writeFile(path, bytes);
  const { stdout } = await promisify(execFile)(PDFTOTEXT, ['-layout', path, '-']);
  return stdout;
}

function readWord(bytes: Uint8Array): string {
  const xml = strFromU8(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array());
  const lines = xml
    .split('</w:p>')
    .map((paragraph) => [...paragraph.matchAll(/<w:t(?: [^>]*)?>([^<]*)/g)].map(([, text]) => text));
  return lines
    .map((texts) => texts.join(''))
    .join('\n')
    .replaceAll('&amp;', '&');
}

/** What HubSpot itself computed for the line items of a deal or a quote, summed by rhythm in whole cents. */
export function amountsOf(
  { state }: PortalHandle,
  parent: 'deals' | 'quotes',
  id: string,
): { once: string; monthly: string } {
  const sum = (isRecurring: boolean) =>
    state
      .lineItemsOf(parent, id)
      .filter(({ properties }) => Boolean(properties.recurringbillingfrequency) === isRecurring)
      .reduce((cents, { properties }) => cents + centsOf(properties.amount ?? ''), 0n);
  return { once: shown(sum(false)), monthly: shown(sum(true)) };
}

function centsOf(amount: string): bigint {
  const [, whole, part = ''] = /^(\d+)(?:\.(\d{1,2}))?$/.exec(amount) ?? [];
  if (whole === undefined) throw new Error('A line item has no amount');
  return BigInt(whole + part.padEnd(2, '0'));
}

/** As Americans write it. */
function shown(cents: bigint): string {
  const whole = String(cents / 100n).replace(/\B(?=(\d{3})+$)/g, ',');
  return `$${whole}.${String(cents % 100n).padStart(2, '0')}`;
}
