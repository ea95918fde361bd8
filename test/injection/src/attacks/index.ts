import { type Attack, LANGUAGES, type Language, type Orders } from '../attack.ts';
import { encoded } from './encoded.ts';
import { hidden } from './hidden.ts';
import { ar } from './languages/ar.ts';
import { de } from './languages/de.ts';
import { en } from './languages/en.ts';
import { es } from './languages/es.ts';
import { fr } from './languages/fr.ts';
import { pt } from './languages/pt.ts';
import { ru } from './languages/ru.ts';
import { tr } from './languages/tr.ts';
import { zh } from './languages/zh.ts';
import { places } from './places.ts';

const ORDERS: Record<Language, Orders> = { en, ru, de, fr, es, pt, zh, ar, tr };

/** All attacks; new ones are data, nothing else has to know of them. */
export const ATTACKS: readonly Attack[] = [
  ...LANGUAGES.flatMap((language) => inMessages(language, ORDERS[language])),
  ...encoded,
  ...hidden,
  ...places,
].map(withPromise);

function inMessages(language: Language, orders: Orders): Attack[] {
  return (Object.keys(orders) as (keyof Orders)[]).flatMap((kind) =>
    (orders[kind] ?? []).map((text): Attack => ({ kind, language, place: 'message', text })),
  );
}

function withPromise(attack: Attack): Attack {
  const promise = attack.kind === 'promise' ? /"([^"]+)"/.exec(attack.text)?.[1] : undefined;
  return promise === undefined ? attack : { ...attack, promise };
}
