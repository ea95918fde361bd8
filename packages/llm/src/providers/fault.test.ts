import { describe, expect, it } from 'vitest';
import { faultOfThrown, readFault } from './fault.ts';

describe('readFault', () => {
  it.each<[string, unknown, object]>([
    [
      'OpenAI',
      { error: { message: 'No.', type: 'requests', code: 'rate_limit_exceeded', param: null } },
      { words: ['rate_limit_exceeded', 'requests'], text: 'No.' },
    ],
    [
      'Anthropic',
      { type: 'error', error: { type: 'overloaded_error', message: 'x' } },
      { words: ['overloaded_error'] },
    ],
    ['Ollama', { error: 'model not found' }, { words: [], text: 'model not found' }],
    [
      'vLLM',
      { object: 'error', message: 'x', type: 'BadRequestError', code: 400 },
      { status: 400, words: ['badrequesterror'] },
    ],
    ['OpenRouter', { error: { message: 'x', code: 402 } }, { status: 402, words: [] }],
    [
      'Azure',
      { error: { code: 'content_filter', innererror: { code: 'ResponsibleAIPolicyViolation' } } },
      { words: ['content_filter', 'responsibleaipolicyviolation'] },
    ],
    [
      'Google',
      [{ error: { code: 429, message: 'x', status: 'RESOURCE_EXHAUSTED' } }],
      { status: 429, words: ['resource_exhausted'] },
    ],
    ['FastAPI', { detail: 'Not Found' }, { words: [], text: 'Not Found' }],
    ['text', 'Bad gateway', { words: [], text: 'Bad gateway' }],
    ['nothing', undefined, { words: [], text: '' }],
  ])('reads the shape of %s', (_, body, fault) => expect(readFault(body)).toMatchObject(fault));

  it('believes the response rather than its body, and no code that is a sentence', () => {
    const fault = readFault({ error: { code: 500, type: 'about anna@example.com' } }, { status: 429 });
    expect(fault).toEqual({ status: 429, words: [], text: '' });
  });
});

describe('faultOfThrown', () => {
  it('reads what an SDK throws', () => {
    const headers = new Headers({ 'retry-after': '3' });
    const thrown = Object.assign(new Error('429 x'), { status: 429, headers, error: { type: 'rate_limit_error' } });
    expect(faultOfThrown(thrown)).toEqual({ status: 429, headers, words: ['rate_limit_error'], text: '' });
  });

  it.each([new Error('x'), undefined, 'x', { status: '429' }])('knows that %s is none', (thrown) => {
    expect(faultOfThrown(thrown)).toBeUndefined();
  });
});
