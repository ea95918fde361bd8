import { describe, expect, it } from 'vitest';
import { judgeAnswer, type ModelAnswer } from './provider.ts';
import { aRequest } from './testing/requests.ts';

const stop = { kind: 'stop', raw: 'stop' } as const;
const judge = (answer: Partial<ModelAnswer>) => judgeAnswer('OpenAI', aRequest(), { text: '', model: 'm', ...answer });

describe('judgeAnswer', () => {
  it('lets a whole answer through, trimmed, with a guess at the tokens when nobody counted', () => {
    expect(judge({ text: ' Hello there \n', finish: stop })).toEqual({
      kind: 'text',
      text: 'Hello there',
      model: 'm',
      usage: { inputTokens: 9, outputTokens: 3 },
    });
  });

  it.each<[string, Partial<ModelAnswer>, string]>([
    ['cut', { text: 'Hel' }, 'llm.cut'],
    ['truncated', { text: 'Hel', finish: { kind: 'length', raw: 'length' } }, 'llm.truncated'],
    ['empty', { text: ' \n', finish: stop }, 'llm.empty'],
    ['a tool call', { text: 'Hel', finish: { kind: 'other', raw: 'tool_calls' } }, 'llm.finish'],
  ])('never passes off as success: %s', (_, answer, code) => {
    expect(() => judge(answer)).toThrow(expect.objectContaining({ kind: 'unavailable', code }));
  });

  it.each<[Partial<ModelAnswer>, string]>([
    [{ refusal: ' I  cannot\nhelp. ', finish: stop }, 'OpenAI declined to answer: I cannot help.'],
    [{ finish: { kind: 'refusal', raw: 'content_filter' } }, 'OpenAI declined to answer (content_filter)'],
  ])('keeps the reason of a refusal', (answer, detail) => {
    expect(judge(answer)).toEqual({ kind: 'refused', detail });
  });
});
