import { readdirSync, readFileSync } from 'node:fs';
import type { SeedTicket, ZendeskSeed } from '@draftsmith/simulators/zendesk';
import { describe, expect, it } from 'vitest';
import { CATEGORIES, checkCompany, type Expectation, loadCompany, loadExpectations, TRAITS } from './company.ts';

const company = loadCompany();
const expectations = loadExpectations();
const folder = new URL('../company/', import.meta.url);
const files = readdirSync(folder).map((name) => ({ name, text: readFileSync(new URL(name, folder), 'utf8') }));
const wholeText = files.map(({ text }) => text).join('\n');

const languageOf = (locale: string) => locale.slice(0, 2).toLowerCase();
const wordsOf = (html: string) => html.replace(/<[^>]*>/g, ' ').match(/\S+/g)?.length ?? 0;
const ticket = (id: number): SeedTicket => company.tickets.find((one) => one.id === id)!;
const countOf = (fits: (one: Expectation) => boolean) => expectations.filter(fits).length;
const skipped = (reason: string) => countOf((one) => one.outcome === 'skipped' && one.reason === reason);

describe('the company', () => {
  it('is large enough to show something', () => {
    expect(company.users.filter(({ role }) => role === 'agent')).toHaveLength(4);
    expect(company.users.filter(({ role }) => role === 'admin')).toHaveLength(1);
    expect(company.users.filter(({ role }) => role === 'end-user').length).toBeGreaterThanOrEqual(40);
    expect(company.organizations).toHaveLength(6);
    expect(company.articles.length).toBeGreaterThanOrEqual(32);
    expect(company.macros.length).toBeGreaterThanOrEqual(16);
    expect(company.tickets.length).toBeGreaterThanOrEqual(46);
  });

  it.each([
    ['en', 11],
    ['ru', 7],
    ['de', 7],
    ['es', 7],
  ])('speaks %s: at least 10 tickets, %i public articles, 4 macros', (language, articles) => {
    const isPublic = (one: ZendeskSeed['articles'][number]) => !one.draft && !one.userSegmentId;
    expect(countOf((one) => one.language === language)).toBeGreaterThanOrEqual(10);
    expect(
      company.articles.filter((one) => languageOf(one.locale) === language && isPublic(one)).length,
    ).toBeGreaterThanOrEqual(articles);
    expect(
      company.macros.filter(({ title }) => title.startsWith(`${language.toUpperCase()}::`)).length,
    ).toBeGreaterThanOrEqual(4);
  });

  it('has what must not be quoted: an internal article, a draft, an inactive macro, macros without text', () => {
    expect(company.articles.filter(({ userSegmentId }) => userSegmentId)).toHaveLength(1);
    expect(company.articles.filter(({ draft }) => draft)).toHaveLength(1);
    expect(company.macros.filter(({ active }) => active === false)).toHaveLength(1);
    expect(company.macros.filter(({ reply, replyHtml }) => !reply && !replyHtml).length).toBeGreaterThanOrEqual(3);
    expect(company.macros.filter(({ reply = '' }) => reply.includes('{{ticket.id}}')).length).toBeGreaterThan(0);
  });

  it.each(company.articles.map((article) => [article.title, article] as const))('explains enough: %s', (_, article) => {
    expect(wordsOf(article.body)).toBeGreaterThanOrEqual(120);
    expect(wordsOf(article.body)).toBeLessThanOrEqual(350);
    expect(article.body).toMatch(/<h2>/);
  });

  it('has tickets with a history of 1 to 6 comments, in the ten days before 20 November 2026', () => {
    for (const { id, comments, incoming } of company.tickets) {
      expect(comments.length, `ticket ${id}`).toBeGreaterThanOrEqual(1);
      expect(comments.length, `ticket ${id}`).toBeLessThanOrEqual(6);
      for (const { createdAt } of [...comments, incoming!]) {
        expect(Date.parse(createdAt), `ticket ${id}`).toBeGreaterThanOrEqual(Date.parse('2026-11-10T00:00:00Z'));
        expect(Date.parse(createdAt), `ticket ${id}`).toBeLessThan(Date.parse('2026-11-20T00:00:00Z'));
      }
    }
  });

  it('loses nothing on the way from the files: no misspelt key is dropped in silence', () => {
    const raw = (name: string): unknown[] => JSON.parse(files.find((file) => file.name === `${name}.json`)!.text);
    expect(company.tickets).toEqual(['en', 'ru', 'de', 'es'].flatMap((language) => raw(`tickets-${language}`)));
    for (const list of ['organizations', 'users', 'articles', 'macros'] as const)
      expect(company[list]).toEqual(raw(list));
  });
});

describe('the expectations', () => {
  it('name every ticket exactly once', () => {
    expect(expectations.map(({ ticketId }) => ticketId)).toEqual(company.tickets.map(({ id }) => id));
  });

  it('cover every category and every trait', () => {
    expect(new Set(expectations.map(({ category }) => category))).toEqual(new Set(CATEGORIES));
    expect(new Set(expectations.flatMap(({ traits = [] }) => traits))).toEqual(new Set(TRAITS));
  });

  it('cover every reason for doing nothing that a ticket can show on arrival', () => {
    expect(skipped('thanks-only')).toBe(4);
    expect(new Set(expectations.filter((one) => one.category === 'thanks-only').map((one) => one.language)).size).toBe(
      4,
    );
    expect(skipped('spam')).toBe(2);
    expect(skipped('auto-reply')).toBe(2);
    expect(skipped('closed')).toBe(1);
    expect(skipped('agent-wrote-last')).toBe(1);
    expect(skipped('no-source')).toBe(4);
  });

  it('agree with the tickets', () => {
    const roles = new Map(company.users.map(({ id, role }) => [id, role]));
    for (const one of expectations) {
      const { status, comments, incoming } = ticket(one.ticketId);
      const reason = one.outcome === 'skipped' ? one.reason : undefined;
      expect(status === 'closed', `closed ${one.ticketId}`).toBe(reason === 'closed');
      expect(roles.get(incoming!.authorId) !== 'end-user', `author ${one.ticketId}`).toBe(
        reason === 'agent-wrote-last',
      );
      expect((incoming!.attachments ?? []).length > 0, `attachments ${one.ticketId}`).toBe(
        hasTrait(one, 'attachments'),
      );
      expect(/^> /m.test(incoming!.body), `quoted tail ${one.ticketId}`).toBe(hasTrait(one, 'quoted-tail'));
      if (hasTrait(one, 'vip')) expect(comments).toHaveLength(6);
    }
  });

  it('have the injection try Liquid, and something to leak', () => {
    const { comments, incoming } = ticket(expectations.find((one) => hasTrait(one, 'prompt-injection'))!.ticketId);
    expect(incoming!.body).toContain('{{ticket.requester.email}}');
    expect(incoming!.body).toMatch(/\{%.*%\}/);
    expect(comments.some((comment) => !comment.public)).toBe(true);
  });

  it('rest on quotable sources in the language of the ticket', () => {
    const quotable = new Map([
      ...company.articles
        .filter(({ draft, userSegmentId }) => !draft && !userSegmentId)
        .map(({ id, locale }) => [id, languageOf(locale)] as const),
      ...company.macros
        .filter(({ active, reply, replyHtml }) => active !== false && (reply ?? replyHtml))
        .map(({ id, title }) => [id, title.slice(0, 2).toLowerCase()] as const),
    ]);
    for (const one of expectations)
      if (one.outcome !== 'skipped')
        for (const source of one.sources) expect(quotable.get(source), `ticket ${one.ticketId}`).toBe(one.language);
  });
});

describe('a broken company', () => {
  const [first, second] = company.tickets as [SeedTicket, SeedTicket];
  const withTicket = (changed: SeedTicket): ZendeskSeed => ({
    ...company,
    tickets: [changed, ...company.tickets.slice(1)],
  });
  const { incoming: _, ...silent } = first;

  it.each<[string, ZendeskSeed, RegExp]>([
    ['an unknown requester', withTicket({ ...first, requesterId: 9 }), /unknown requester/],
    ['a customer as assignee', withTicket({ ...first, assigneeId: first.requesterId }), /assigned to nobody/],
    [
      'an unknown author',
      withTicket({ ...first, incoming: { ...first.incoming!, authorId: 9 } }),
      /comment by an unknown author/,
    ],
    ['no incoming comment', withTicket(silent), /no incoming comment/],
    ['an id used twice', withTicket({ ...first, id: second.id }), /id of another/],
    [
      'time that runs backwards',
      withTicket({ ...first, incoming: { ...first.incoming!, createdAt: '2026-11-10T00:00:00Z' } }),
      /older than the one before/,
    ],
    [
      'an internal note by a customer',
      withTicket({ ...first, incoming: { ...first.incoming!, public: false } }),
      /internal note/,
    ],
    ['a user of an unknown organisation', { ...company, organizations: [] }, /unknown organisation/],
  ])('is refused: %s', (_case, seed, message) => {
    expect(() => checkCompany(seed)).toThrow(message);
  });
});

describe('nobody real', () => {
  it('has mail addresses and links only at the reserved domains', () => {
    const hosts = [
      ...(wholeText.match(/[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g) ?? []).map((address) => address.split('@')[1]!),
      ...(wholeText.match(/https?:\/\/[\w.-]+/g) ?? []).map((link) => link.replace(/^https?:\/\//, '')),
    ];
    expect(hosts.length).toBeGreaterThan(60);
    expect(hosts.filter((host) => !/(?:^|\.)example\.(?:com|org|net)$/.test(host))).toEqual([]);
  });

  it('has telephone numbers only from the ranges kept free for fiction', () => {
    const numbers = wholeText.match(/\+\d[\d ()-]{6,}\d/g) ?? [];
    expect(numbers.length).toBeGreaterThan(5);
    const fictional = /^(?:\+1 \d{3} 555 01\d\d|\+44 20 7946 0\d{3}|\+49 30 23125 \d{3})$/;
    expect(numbers.filter((number) => !fictional.test(number))).toEqual([]);
  });

  it('names no brand of anybody else', () => {
    const brands =
      /\b(?:apple|iphone|google|android|microsoft|amazon|paypal|klarna|visa|mastercard|dhl|fedex|dpd|gls|seur|usps|royal mail|strava|garmin|bosch|shimano|brooks|ortlieb|abus|bluetooth|gore-?tex|whatsapp|instagram|facebook|zendesk|bitcoin)\b/i;
    expect(
      files.filter(({ text }) => brands.test(text)).map(({ name, text }) => [name, text.match(brands)?.[0]]),
    ).toEqual([]);
  });
});

function hasTrait(one: Expectation, trait: (typeof TRAITS)[number]): boolean {
  return one.traits?.includes(trait) ?? false;
}
