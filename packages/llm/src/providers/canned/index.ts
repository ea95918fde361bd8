import type { Provider } from '../../provider.ts';

const FREE = { usage: { inputTokens: 0, outputTokens: 0 }, estimated: false };

/** The same text for every request: the very last resort. */
export function createCannedProvider({ text = '' }: { text?: string }): Provider {
  return {
    name: 'canned',
    usesModel: false,
    async ask({ output }, { model }) {
      if (text.trim() === '') return { kind: 'abstained', detail: 'There is no canned answer' };
      if (output) return { kind: 'abstained', detail: 'The canned answer is no JSON' };
      return { kind: 'text', text, model, ...FREE };
    },
  };
}
