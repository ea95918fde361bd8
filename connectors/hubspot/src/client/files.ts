import { AppError } from '@draftsmith/errors';
import { PATHS } from '../facts.ts';
import { file, type StoredFile } from './schemas.ts';
import type { Transport } from './transport.ts';

export interface NewFile {
  /** With its extension. */
  name: string;
  contentType: string;
  bytes: Uint8Array;
  /** From the root of the file manager, e.g. `/Draftsmith/deals/123`; made where it is missing. */
  folderPath: string;
}

export interface Files {
  /**
   * Private always. The same bytes in the same folder give the file that is there, so an upload can be repeated.
   * @throws AppError `conflict` with code `hubspot.file-public` where the one that is there was made public by somebody
   */
  uploadFile(given: NewFile, signal: AbortSignal): Promise<StoredFile>;
}

/** Everybody with the address can read what HubSpot takes for public, and its own default is public. */
const OPTIONS = JSON.stringify({
  access: 'PRIVATE',
  overwrite: false,
  duplicateValidationStrategy: 'RETURN_EXISTING',
  duplicateValidationScope: 'EXACT_FOLDER',
});

export function createFiles({ request }: Transport): Files {
  return {
    async uploadFile({ name, contentType, bytes, folderPath }, signal) {
      const form = new FormData();
      form.set('file', new Blob([bytes as Uint8Array<ArrayBuffer>], { type: contentType }), name);
      form.set('fileName', name);
      form.set('folderPath', folderPath);
      form.set('options', OPTIONS);
      const stored = await request({ method: 'POST', path: PATHS.files, form }, file, signal);
      if (stored.access?.startsWith('PUBLIC'))
        throw new AppError('conflict', 'This very file lies in HubSpot already, and somebody has made it public', {
          code: 'hubspot.file-public',
          retryable: false,
        });
      return stored;
    },
  };
}
