import type { Provider } from '../../provider.ts';

const FREE = { usage: { inputTokens: 0, outputTokens: 0 }, estimated: false };

/** What the caller composes without a model: whoever asks knows best what to say when nobody else can. */
export function createOfflineProvider(): Provider {
  return {
    name: 'offline',
    usesModel: false,
    async ask({ compose }, { model }) {
      if (!compose) return { kind: 'abstained', detail: 'Without a model there is nothing to compose an answer from' };
      const composed = compose();
      if ('nothing' in composed) return { kind: 'abstained', detail: composed.nothing };
      // Field by field: a composer's own value may hold more.
      const { text, usedSourceIds } = composed;
      return { kind: 'text', text, model, ...FREE, ...(usedSourceIds ? { usedSourceIds } : {}) };
    },
  };
}
