import express, { type Express, type Request } from 'express';
import type { ApiCall, Endpoints, Reply } from '../api/endpoint.ts';
import { invalid, notFound } from '../api/refusal.ts';
import type { Portal } from '../crm/portal.ts';
import { UNCONFIRMED } from '../facts.ts';
import type { StoredFile } from './file-store.ts';
import { parseUploadOptions } from './upload-options.ts';

const SCOPES = ['files'];

export interface FileContext {
  baseUrl: string;
  findPortal(id: number): Portal | undefined;
}

/** Files API: multipart upload, signed links, deletion for good. */
export function registerFiles(api: Endpoints, context: FileContext): void {
  const { baseUrl } = context;
  api.on('post', '/files/files', SCOPES, async (call) => ({
    status: 201,
    body: shown(await upload(call), call.portal, baseUrl),
  }));
  api.on('get', '/files/files/:id', SCOPES, (call) => ({ status: 200, body: shown(find(call), call.portal, baseUrl) }));
  api.on('get', '/files/files/:id/signed-url', SCOPES, (call) => signedUrl(call, baseUrl));
  api.on('delete', '/files/files/:id', SCOPES, (call) => remove(call, false));
  api.on('delete', '/files/files/:id/gdpr-delete', SCOPES, (call) => remove(call, true));
}

/** What browsers get: private files only by a signed link. */
export function registerDownloads(app: Express, context: FileContext): void {
  app.get('/hubfs/:portal/signed/:token', (request, response) => {
    const file = context.findPortal(Number(request.params.portal))?.files.opened(request.params.token);
    if (!file) response.status(404).end();
    else response.type(file.extension || 'application/octet-stream').send(file.bytes);
  });
  app.get('/hubfs/:portal/{*path}', (request, response) => {
    const path = decodeURIComponent(request.path).split('/').slice(3).join('/');
    const files = context.findPortal(Number(request.params.portal))?.files.all() ?? [];
    const file = files.find((one) => pathOf(one) === `/${path}` && one.access !== 'PRIVATE');
    if (!file) response.status(404).end();
    else response.type(file.extension || 'application/octet-stream').send(file.bytes);
  });
}

/** Bodies of uploads, read whole: larger ones than allowed are needed to be refused. */
export const rawUpload = express.raw({ type: 'multipart/form-data', limit: '64mb' });

async function upload({ portal, request }: ApiCall): Promise<StoredFile> {
  const form = await readForm(request);
  const file = form.get('file');
  if (!(file instanceof Blob)) throw invalid('Missing required field: file');
  const text = (name: string) => {
    const value = form.get(name);
    return typeof value === 'string' && value !== '' ? value : undefined;
  };
  const options = parseUploadOptions(text('options'));
  const folderPath = text('folderPath');
  const folderId = text('folderId');
  if ((folderPath === undefined) === (folderId === undefined))
    throw invalid('Exactly one of folderPath and folderId is required');
  if (file.size === 0) throw invalid('The file is empty');
  if (file.size > portal.settings.largestFile)
    throw invalid(`File is larger than the limit of ${portal.settings.largestFile} bytes`);
  const ownName = 'name' in file && typeof file.name === 'string' ? file.name : 'file';
  return portal.files.upload({
    fileName: named(text('fileName'), ownName),
    mimeType: file.type,
    bytes: Buffer.from(await file.arrayBuffer()),
    folder: folderPath === undefined ? { id: folderId ?? '' } : { path: folderPath },
    options,
  });
}

/** `fileName` may come without the extension of the file. */
function named(fileName: string | undefined, ownName: string): string {
  if (fileName === undefined) return ownName;
  const extension = /\.[A-Za-z0-9]+$/.exec(ownName)?.[0] ?? '';
  return /\.[A-Za-z0-9]+$/.test(fileName) ? fileName : fileName + extension;
}

async function readForm(request: Request): Promise<FormData> {
  const type = request.get('content-type') ?? '';
  if (!type.startsWith('multipart/form-data') || !Buffer.isBuffer(request.body))
    throw invalid('Expected multipart/form-data');
  try {
    return await new Response(new Uint8Array(request.body), { headers: { 'content-type': type } }).formData();
  } catch {
    throw invalid('The multipart body could not be parsed');
  }
}

function find({ portal, params }: ApiCall): StoredFile {
  const id = params.id ?? '';
  const file = portal.files.get(id);
  if (!file) throw notFound(id);
  return file;
}

function remove(call: ApiCall, purge: boolean): Reply {
  call.portal.files.delete(find(call).id, purge);
  return { status: 204 };
}

function signedUrl(call: ApiCall, baseUrl: string): Reply {
  const file = find(call);
  const seconds = Number(call.query.expirationSeconds ?? UNCONFIRMED.signedUrlSeconds);
  if (!Number.isInteger(seconds) || seconds < 1) throw invalid('expirationSeconds must be a positive number');
  const { token, expiresAt } = call.portal.files.sign(file.id, seconds);
  const { name, extension, type, bytes } = file;
  return {
    status: 200,
    body: {
      expiresAt: new Date(expiresAt).toISOString(),
      url: `${baseUrl}/hubfs/${call.portal.id}/signed/${token}`,
      name,
      extension,
      type,
      size: bytes.length,
    },
  };
}

const pathOf = ({ folderPath, name, extension }: StoredFile) =>
  `${folderPath === '/' ? '' : folderPath}/${name}${extension && `.${extension}`}`;

function shown(file: StoredFile, portal: Portal, baseUrl: string): Record<string, unknown> {
  const url = `${baseUrl}/hubfs/${portal.id}${encodeURI(pathOf(file))}`;
  const at = new Date(file.createdAt).toISOString();
  return {
    id: file.id,
    createdAt: at,
    updatedAt: at,
    archived: false,
    parentFolderId: file.folderId,
    name: file.name,
    path: pathOf(file),
    size: file.bytes.length,
    encoding: file.extension,
    type: file.type,
    extension: file.extension,
    defaultHostingUrl: url,
    url,
    isUsableInContent: file.access !== 'PRIVATE',
    access: file.access,
    ...(file.expiresAt === null ? {} : { expiresAt: file.expiresAt }),
  };
}
