export const ENTITY_TYPES = ['PERSON', 'EMAIL', 'PHONE', 'COMPANY', 'CARD', 'IBAN', 'IP', 'SECRET', 'URL'] as const;

export type EntityType = (typeof ENTITY_TYPES)[number];

/** Something personal or secret in a text: UTF-16 offsets, `end` exclusive. */
export interface Entity {
  type: EntityType;
  start: number;
  end: number;
}

/** Finds entities of one kind. Pure; overlaps are resolved by the caller. */
export type Recogniser = (text: string) => Entity[];
