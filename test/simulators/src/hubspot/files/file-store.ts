import { createHash, randomUUID } from 'node:crypto';
import { Refusal } from '../api/refusal.ts';
import type { UploadOptions } from './upload-options.ts';

export interface StoredFile {
  readonly id: string;
  /** Without the extension. */
  readonly name: string;
  readonly extension: string;
  readonly folderId: string;
  /** With a slash before and none behind. */
  readonly folderPath: string;
  readonly access: string;
  readonly type: string;
  readonly bytes: Buffer;
  readonly sha256: string;
  readonly createdAt: number;
  readonly expiresAt: number | null;
}

/** What a file store needs of its portal. */
interface Owner {
  readonly id: number;
  readonly clock: () => Date;
  nextId(): string;
  readonly violations: { push(violation: { rule: 'public-file'; detail: string }): unknown };
}

export interface Upload {
  fileName: string;
  mimeType: string;
  bytes: Buffer;
  folder: { path: string } | { id: string };
  options: UploadOptions;
}

/** The file manager of one portal. */
export class FileStore {
  readonly #portal: Owner;
  readonly #files = new Map<string, StoredFile>();
  readonly #folders = new Map<string, string>();
  readonly #links = new Map<string, { fileId: string; expiresAt: number }>();
  /** Ids of purged files, in order. */
  readonly purged: string[] = [];

  constructor(portal: Owner) {
    this.#portal = portal;
  }

  get(id: string): StoredFile | undefined {
    const file = this.#files.get(id);
    const over = file?.expiresAt != null && file.expiresAt <= this.#now();
    return over ? undefined : file;
  }

  all(): StoredFile[] {
    return [...this.#files.values()].filter(({ id }) => this.get(id));
  }

  upload({ fileName, mimeType, bytes, folder, options }: Upload): StoredFile {
    const { id: folderId, path: folderPath } = this.#folder(folder);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const everywhere = options.duplicateValidationScope === 'ENTIRE_PORTAL';
    const duplicate = this.all().find((file) => file.sha256 === sha256 && (everywhere || file.folderId === folderId));
    if (duplicate && options.duplicateValidationStrategy === 'RETURN_EXISTING') return duplicate;
    if (duplicate && options.duplicateValidationStrategy === 'REJECT') {
      throw new Refusal(409, { message: `A duplicate file exists: ${duplicate.id}`, category: 'CONFLICT' });
    }
    if (options.access.startsWith('PUBLIC')) this.#portal.violations.push({ rule: 'public-file', detail: fileName });
    const [, base = fileName, extension = ''] = /^(.*?)(?:\.([A-Za-z0-9]+))?$/.exec(fileName) ?? [];
    const same = this.all().find(
      (file) => file.folderId === folderId && file.name === base && file.extension === extension,
    );
    const file: StoredFile = {
      id: same && options.overwrite ? same.id : this.#portal.nextId(),
      name: same && !options.overwrite ? this.#freeName(base, extension, folderId) : base,
      extension,
      folderId,
      folderPath,
      access: options.access,
      type: mimeType.startsWith('image/') ? 'IMG' : 'DOCUMENT',
      bytes,
      sha256,
      createdAt: this.#now(),
      expiresAt: options.ttlMs === null ? null : this.#now() + options.ttlMs,
    };
    this.#files.set(file.id, file);
    return file;
  }

  /** Answers whether the file was there. */
  delete(id: string, purge = false): boolean {
    if (purge) this.purged.push(id);
    return this.#files.delete(id);
  }

  sign(id: string, seconds: number): { token: string; expiresAt: number } {
    const link = { fileId: id, expiresAt: this.#now() + seconds * 1000 };
    const token = randomUUID();
    this.#links.set(token, link);
    return { token, expiresAt: link.expiresAt };
  }

  opened(token: string): StoredFile | undefined {
    const link = this.#links.get(token);
    return link && link.expiresAt > this.#now() ? this.get(link.fileId) : undefined;
  }

  #folder(folder: { path: string } | { id: string }): { id: string; path: string } {
    if ('id' in folder) {
      const known = [...this.#folders].find(([, id]) => id === folder.id);
      if (!known)
        throw new Refusal(404, { message: `Folder ${folder.id} does not exist`, category: 'OBJECT_NOT_FOUND' });
      return { id: folder.id, path: known[0] };
    }
    const path = `/${folder.path.split('/').filter(Boolean).join('/')}`;
    const id = this.#folders.get(path) ?? this.#portal.nextId();
    this.#folders.set(path, id);
    return { id, path };
  }

  /** `cat-1`, `cat-2`: HubSpot never overwrites unasked. */
  #freeName(base: string, extension: string, folderId: string): string {
    const taken = new Set(
      this.all()
        .filter((file) => file.folderId === folderId && file.extension === extension)
        .map(({ name }) => name),
    );
    let number = 1;
    while (taken.has(`${base}-${number}`)) number += 1;
    return `${base}-${number}`;
  }

  #now(): number {
    return this.#portal.clock().getTime();
  }
}
