export { fold } from './fold.ts';
export { isCyrillic, soundOf, toCyrillic } from './sound.ts';
