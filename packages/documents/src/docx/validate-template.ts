import type { TemplateFinding } from '@draftsmith/contracts';
import { readTemplate } from './word-template.ts';

/**
 * What is wrong with a Word file that somebody uploaded as a template: all of it, each with the place and, where one is
 * close, the placeholder that was meant.
 *
 * @param bytes anything at all; never throws, and unpacks at most 40 MB
 */
export function validateTemplate(bytes: Uint8Array): TemplateFinding[] {
  return [...readTemplate(bytes).findings];
}
