import { COUNTRIES } from '@draftsmith/contracts';

const REGIONS = new Set(COUNTRIES);

export function isRegion(code: string): boolean {
  return REGIONS.has(code);
}
