import { describe, expect, it } from 'vitest';
import { UNFILLED } from './phrases/language-pack.ts';
import { fillPlaceholders } from './placeholders.ts';

describe('fillPlaceholders', () => {
  it.each([
    ['Hi {{ticket.requester.first_name}},', 'Hi Anna,'],
    ['Hi {{ ticket.requester.name }},', 'Hi Anna,'],
    ['Your request #{{ticket.id}} is open.', 'Your request is open.'],
    ['Your request (ref. {{ticket.id}}) is open.', 'Your request is open.'],
    ['Ваше обращение №{{ticket.id}} принято.', 'Ваше обращение принято.'],
    ['Ihre Anfrage Nr. {{ticket.id}} ist offen.', 'Ihre Anfrage ist offen.'],
    ['Your number is #{{ticket.id}} now.', `Your number is #${UNFILLED} now.`],
    ['It is about request #{{ticket.id}}.', `It is about request #${UNFILLED}.`],
    ['See {{ticket.url}}.', `See ${UNFILLED}.`],
    ['Dear <name>,', `Dear ${UNFILLED},`],
    ['[Your Name]', UNFILLED],
    ['Hi %first_name%', `Hi ${UNFILLED}`],
    ['Hi {customer name}', `Hi ${UNFILLED}`],
  ])('%s', (text, expected) => {
    expect(fillPlaceholders(text, 'Anna')).toBe(expected);
  });

  it.each([
    'Keep 5 < 6 and 7 > 3.',
    'See [our page](https://example.com).',
    'A surrogate [PERSON_1].',
    '100% cotton, 5% off',
  ])('leaves %s alone', (text) => expect(fillPlaceholders(text, 'Anna')).toBe(text));

  it('marks the name when it is not known', () => {
    expect(fillPlaceholders('Hi {{ticket.requester.first_name}}', undefined)).toBe(`Hi ${UNFILLED}`);
  });

  it('gives up on template logic', () => {
    expect(fillPlaceholders('{% if ticket.via %}A{% else %}B{% endif %}', 'Anna')).toBeUndefined();
  });
});
