import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createFakeProposals, startFakeServer } from '../../dev/fake-server.ts';
import { renderState } from '../../dev/render-state.tsx';
import { STATES } from '../../dev/states.ts';
import { en } from '../app/cards/i18n/en.ts';
import { ru } from '../app/cards/i18n/ru.ts';
import { TIMERS } from './steps.ts';

beforeEach(() => void vi.useFakeTimers(TIMERS));
afterEach(() => void vi.useRealTimers());

/** Whole sentences and labels of a language, long enough not to be part of another word. */
function phrases(value: unknown): string[] {
  if (typeof value === 'string') return value.length > 5 ? [value] : [];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(phrases) : [];
}

test.each(Object.keys(STATES))('%s is drawn in both languages, with no word of the other', async (name) => {
  const [english, russian] = [await renderState(name, 'en'), await renderState(name, 'ru')];
  expect(english).toMatch(/^[^а-яё]+$/i);
  // The samples' own names are English.
  const samples = /Standard|^Proposal$|Your situation|Next steps/;
  const left = phrases(en).filter((phrase) => !samples.test(phrase) && !phrases(ru).includes(phrase));
  const said = (phrase: string) => [`: ${phrase}\n`, `"${phrase}"`].some((line) => `${russian}\n`.includes(line));
  expect(left.filter(said)).toEqual([]);
  expect(russian.split('\n').length).toBe(english.split('\n').length);
});

test('others may ask the fake server over HTTP', async () => {
  const fake = createFakeProposals();
  const server = await startFakeServer(fake);
  const at = `${server.url}/proposals/hubspot/deals/9001`;
  const body = JSON.stringify({ requestId: 'request-1', what: 'generate', choices: {} });
  const started = await fetch(`${at}/operations?portalId=1&userId=2`, { method: 'POST', body });
  expect(await started.json()).toMatchObject({ ok: true, value: { id: 'request-1', state: 'running' } });
  const view = await fetch(`${at}/view?portalId=1&userId=2`);
  expect(await view.json()).toMatchObject({ ok: true, value: { running: { id: 'request-1' } } });
  expect((await fetch(`${server.url}/elsewhere`)).status).toBe(404);
  await server.close();
});
