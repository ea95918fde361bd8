import type { Provider } from '../../provider.ts';

const FREE = { usage: { inputTokens: 0, outputTokens: 0 }, estimated: false };

/** What the caller composes without a model: whoever asks knows best what to say when nobody else can. */
export function createOfflineProvider(): Provider {
  return {
    name: 'offline',
    usesModel: false,
    async ask({ compose }, { model }) {
      if (!compose) return { kind: 'abstained', detail: 'The request says nothing about composing an answer' };
      const composed = compose();
      return 'nothing' in composed
        ? { kind: 'abstained', detail: composed.nothing }
        : { kind: 'text', model, ...composed, ...FREE };
    },
  };
}
