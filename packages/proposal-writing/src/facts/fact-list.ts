import type { Fact, FactKind, FactOrigin } from '@draftsmith/contracts';
import { oneLine } from '@draftsmith/drafting';
import { formatFact } from '@draftsmith/pricing';

/** Facts in the making: what is absent or blank gives none, so that a slot is never filled with nothing. */
export interface FactList {
  readonly facts: Fact[];
  add(key: string, kind: FactKind, value: string | undefined, origin: FactOrigin): void;
  money(key: string, value: string | undefined, currency: string, origin: FactOrigin): void;
}

export function createFactList(): FactList {
  const facts: Fact[] = [];
  return {
    facts,
    add(key, kind, value, origin) {
      const line = value === undefined ? '' : oneLine(value);
      const fact: Fact = { key, kind, value: line, origin };
      if (line !== '' && isReadable(fact)) facts.push(fact);
    },
    money(key, value, currency, origin) {
      if (value !== undefined) facts.push({ key, kind: 'money', value, currency, origin });
    },
  };
}

/** A close date of "soon" must not stop a proposal that does not even name it. */
function isReadable(fact: Fact): boolean {
  try {
    return formatFact(fact, 'en') !== '';
  } catch {
    return false;
  }
}

/** A property of an object of the source system. */
export function crm(object: string, id: string, property: string, url?: string): FactOrigin {
  return { kind: 'crm', object, id, property, ...(url === undefined ? {} : { url }) };
}

export function computed(from: readonly string[], how: string): FactOrigin {
  return { kind: 'computed', from, how };
}

export function setting(name: string): FactOrigin {
  return { kind: 'settings', name };
}
