export { fold } from './fold.ts';
export { isCyrillic, soundOf } from './sound.ts';
export { mayBegin, spells } from './spells.ts';
