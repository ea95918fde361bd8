export const ENTITY_TYPES = [
  'PERSON',
  'EMAIL',
  'PHONE',
  'COMPANY',
  'ADDRESS',
  'LOCATION',
  'DATE_OF_BIRTH',
  'AGE',
  'USERNAME',
  'ACCOUNT',
  'NATIONAL_ID',
  'PASSPORT',
  'DRIVER_LICENSE',
  'BANK_ACCOUNT',
  'CARD',
  'IBAN',
  'WALLET',
  'DEVICE',
  'IP',
  'SECRET',
  'URL',
] as const;

export type EntityType = (typeof ENTITY_TYPES)[number];

/** Something personal or secret in a text: UTF-16 offsets, `end` exclusive. */
export interface Entity {
  type: EntityType;
  start: number;
  end: number;
}

/** Finds entities of one kind. Pure; overlaps are resolved by the caller. */
export type Recogniser = (text: string) => Entity[];
