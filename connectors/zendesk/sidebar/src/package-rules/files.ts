import { error, type Finding, type PackageFile, textOf, warning } from './app-package.ts';

const FORBIDDEN = /\.(rar|zip|gz|gzip|pdf|docx?|avi|bin|bz2?|csh|sh|jar|mp3|mpeg|odt|pptx?|xlsx?|7z)$/i;
const TEXT = /\.(html?|xml|jsx?|json)$/i;
const PAGE = /\.(html?|jsx?)$/i;
/** The namespaces that libraries name in SVG and MathML are no requests. */
const INSECURE = /http:\/\/(?!www\.w3\.org\/)[\w.-]+[^\s"'`<>)]*/g;
const PRIVATE_KEYS = /-----BEGIN (?:RSA|OPENSSH|DSA|EC|PGP) PRIVATE KEY/;
const TOKENS = /\bAKIA[0-9A-Z]{16}\b|\bxox[pboa]-[\w-]{10,}|\bgh[pousr]_\w{30,}/;

/** What Zendesk says of a package's files, whatever is in the manifest. */
export function fileFindings(files: readonly PackageFile[]): Finding[] {
  return files.flatMap((file) => [
    ...(file.symlink ? [error('symlink', `${file.path} is a link; a package holds files only`)] : []),
    ...(FORBIDDEN.test(file.path) ? [error('file-type', `${file.path}: files of this type are not allowed`)] : []),
    ...(file.path === 'assets/banner.png' ? pictureFindings(file, BANNERS) : []),
    ...(file.path === 'assets/logo.png' ? pictureFindings(file, [[320, 320]]) : []),
    ...(file.path === 'assets/logo-small.png' ? pictureFindings(file, [[128, 128]]) : []),
    ...(TEXT.test(file.path) && !file.symlink ? textFindings(file) : []),
    ...(/^assets\/.*\.svg$/.test(file.path) ? drawingFindings(file) : []),
  ]);
}

const BANNERS = [
  [830, 200],
  [1660, 400],
] as const;

type Size = readonly [width: number, height: number];

function pictureFindings(file: PackageFile, wanted: readonly Size[]): Finding[] {
  const size = pngSize(file.bytes);
  if (!size) return [error('picture', `${file.path} is no PNG`)];
  const fits = wanted.some(([width, height]) => size[0] === width && size[1] === height);
  const sizes = wanted.map((one) => one.join(' x ')).join(' or ');
  return fits ? [] : [error('picture', `${file.path} is ${size.join(' x ')}; it must be ${sizes}`)];
}

/** From the header that every PNG begins with. */
function pngSize(bytes: Uint8Array): Size | null {
  const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
  if (bytes.length < 24 || signature.some((byte, index) => bytes[index] !== byte)) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return [view.getUint32(16), view.getUint32(20)];
}

function textFindings(file: PackageFile): Finding[] {
  const text = textOf(file);
  const insecure = PAGE.test(file.path) ? [...new Set(text.match(INSECURE) ?? [])] : [];
  return [
    ...insecure.map((address) => warning('insecure-request', `${file.path}: ${address} is not encrypted`)),
    ...(PRIVATE_KEYS.test(text) || TOKENS.test(text)
      ? [warning('secret', `${file.path} seems to hold a key or a token`)]
      : []),
  ];
}

/** Zendesk puts its own drawing in place of one with pictures or scripts inside. */
function drawingFindings(file: PackageFile): Finding[] {
  return /<(?:image|script|foreignObject)\b|\son\w+\s*=/i.test(textOf(file))
    ? [warning('drawing', `${file.path} holds more than shapes; Zendesk replaces it`)]
    : [];
}
