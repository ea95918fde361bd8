import { expect, test } from 'vitest';
import { type ConnectForm, forgetForm, keepForm, keptForm, lastConnector } from './kept-form.ts';

function memory() {
  const values = new Map<string, string>();
  return {
    values,
    getItem: (key: string) => values.get(key) ?? null,
    setItem: (key: string, value: string) => void values.set(key, value),
    removeItem: (key: string) => void values.delete(key),
  };
}

const FORM: ConnectForm = { address: 'acme', way: 'client-credentials', clientId: 'draftsmith' };

test('what was entered is there after a reload, for its own source system, until it is forgotten', () => {
  const storage = memory();
  keepForm(storage, 'zendesk', FORM);
  expect(keptForm(storage, 'zendesk')).toEqual(FORM);
  expect(keptForm(storage, 'other').address).toBe('');
  forgetForm(storage, 'zendesk');
  expect(keptForm(storage, 'zendesk')).toEqual({ address: '', way: 'oauth', clientId: '' });
});

test('whoever comes back with nothing is led to the system that they came from', () => {
  const storage = memory();
  expect(lastConnector(storage)).toBeNull();
  keepForm(storage, 'zendesk', FORM);
  keepForm(storage, 'hubspot', { ...FORM, address: '' });
  expect(lastConnector(storage)).toBe('hubspot');
  forgetForm(storage, 'hubspot');
  expect(lastConnector(storage)).toBeNull();
  expect(storage.values.size).toBe(1);
});

test('a secret is never kept', () => {
  const storage = memory();
  keepForm(storage, 'zendesk', { ...FORM, clientSecret: 'hush' } as ConnectForm);
  expect([...storage.values.values()].join()).not.toContain('hush');
});

test.each(['', 'null', '[]', '{"address":7,"way":"odd"}', '{broken'])(
  'what cannot be read (%j) is an empty form',
  (text) => {
    expect(keptForm({ getItem: () => text }, 'zendesk')).toEqual({ address: '', way: 'oauth', clientId: '' });
  },
);
