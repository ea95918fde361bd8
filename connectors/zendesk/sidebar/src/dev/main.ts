import { serveGallery } from './serve.ts';

const { url } = await serveGallery();
process.stdout.write(`All states: ${url}index.html (?locale=ru&scheme=dark)\n`);
