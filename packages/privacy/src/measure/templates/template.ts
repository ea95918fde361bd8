import type { Language } from '../vocabulary/vocabulary.ts';

/**
 * Texts with slots: `{PERSON}`, `{FIRST}`, `{LAST}`, `{EMAIL}`, `{PHONE}`, `{CITY}`, `{ADDRESS}`, `{COMPANY}`, `{IBAN}`,
 * `{CARD}`, `{IP}`, `{BIRTH}`, `{AGE}`, `{ID}`, `{PASSPORT}`, `{SECRET}`; and `{order}`, `{version}`, `{price}`,
 * `{date}`, `{product}`, which must stay.
 */
export type Templates = Readonly<Record<Language, readonly string[]>>;
