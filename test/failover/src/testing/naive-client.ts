import type { CompletionResult } from '@draftsmith/llm';
import type { Product } from '../product.ts';

/**
 * The client that everybody writes first: asks one model once, puts together whatever text comes, and takes any end of
 * the stream for the end of the answer. A fault that it passes is no fault.
 */
export const naiveClient: Product = ({ routes, openaiOrigin }) => ({
  async complete({ messages }) {
    const model = routes.split(',')[0]?.split('/')[1] ?? '';
    const response = await fetch(`${openaiOrigin}/v1/chat/completions`, {
      method: 'POST',
      body: JSON.stringify({
        model,
        stream: true,
        messages: messages.map(({ role, text: content }) => ({ role, content })),
      }),
    });
    if (!response.ok)
      return { kind: 'exhausted', attempts: [], skipped: [], retryable: true, detail: `status ${response.status}` };
    const text = (await bodyOf(response)).split('\n').map(contentOf).join('');
    return answered(model, text);
  },
});

/** However it ended. */
async function bodyOf({ body }: Response): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  try {
    for await (const bytes of body ?? []) text += decoder.decode(bytes, { stream: true });
  } catch {
    // So many do.
  }
  return text;
}

function contentOf(line: string): string {
  try {
    return JSON.parse(line.replace(/^data: /, '')).choices[0].delta.content ?? '';
  } catch {
    return '';
  }
}

function answered(model: string, text: string): CompletionResult {
  return {
    kind: 'answered',
    completion: {
      id: 'naive',
      text,
      provider: 'openai',
      model,
      modelWritten: true,
      usage: { inputTokens: 0, outputTokens: 0 },
      cost: { usd: '0' },
      cache: 'off',
      attempts: [],
      skipped: [],
      ms: 0,
      traceId: '0'.repeat(32),
    },
  };
}
