import type { KnowledgeDocument } from '@draftsmith/contracts';
import { expect, test } from 'vitest';
import { withoutCustomers } from './without-customers.ts';

const reply = (more: Partial<KnowledgeDocument>): KnowledgeDocument => ({
  id: '7',
  kind: 'past-reply',
  title: 'Late parcel',
  text: 'Parcels to Norway take ten days.',
  locale: 'en',
  visibility: 'public',
  updatedAt: '2026-11-01T00:00:00Z',
  people: [{ name: 'Anna Schmidt', email: 'anna@example.org', accounts: ['K-2231'] }],
  ...more,
});

test('sentences that name a customer go, what helps others stays as it was written', () => {
  const text =
    'Hello Anna,\n\nParcels to Norway take ten days. Yours was sent to anna@example.org.\n\n- Open the app.\n- Wait for the light.\n\nBest wishes';
  expect(withoutCustomers(reply({ text }))?.text).toBe(
    'Parcels to Norway take ten days.\n\n- Open the app.\n- Wait for the light.\n\nBest wishes',
  );
});

test('order and case numbers of another customer go too, links to articles stay', () => {
  const text =
    'Your order 4821 3377 left today. Read https://help.example.com/articles/36000112233 first. It takes ten days to Norway.';
  expect(withoutCustomers(reply({ text }))?.text).toBe(
    'Read https://help.example.com/articles/36000112233 first. It takes ten days to Norway.',
  );
});

test('neither title nor question names anybody', () => {
  const kept = withoutCustomers(
    reply({ title: 'Anna Schmidt: late parcel', question: 'Anna Schmidt here, K-2231: where is my parcel?' }),
  );
  expect(JSON.stringify(kept)).not.toMatch(/anna|schmidt|2231/i);
  expect(kept?.title).toBe('late parcel');
  expect(kept?.question).toMatch(/where is my parcel/);
});

test('a title of nothing but a name becomes the question', () => {
  expect(withoutCustomers(reply({ title: 'Anna Schmidt', question: 'Where is my parcel?' }))?.title).toBe(
    'Where is my parcel?',
  );
});

test('a reply that was about one person is dropped', () => {
  expect(withoutCustomers(reply({ text: 'Dear Anna Schmidt, we wrote to anna@example.org.\nBye' }))).toBeUndefined();
});

test('whom it was about is not kept', () => {
  expect(withoutCustomers(reply({}))).not.toHaveProperty('people');
});

test('an article is the company’s own text', () => {
  const article = reply({ kind: 'article', text: 'Write to help@example.com.' });
  expect(withoutCustomers(article)).toBe(article);
});
