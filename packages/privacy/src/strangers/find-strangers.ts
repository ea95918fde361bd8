import type { Entity } from '../entity.ts';
export function findStrangers(_text: string): Entity[] {
  return [];
}
