import { describe, expect, it } from 'vitest';
import { customerName } from './customer-name.ts';

describe('customerName', () => {
  it.each([
    ['Anna Petrova', 'en', 'Anna'],
    ['PETROVA, ANNA', 'en', 'Anna'],
    ['tom (Acme)', 'en', 'Tom'],
    ['J. Smith', 'en', 'J. Smith'],
    ["sinéad o'neill", 'fr', 'Sinéad'],
    ['Anna-Lena Schmidt', 'de', 'Anna-Lena Schmidt'],
    ['Анна Петрова', 'ru', 'Анна'],
    ['Петрова Анна', 'ru', 'Анна'],
    ['Петрова Анна Сергеевна', 'ru', 'Анна Сергеевна'],
    ['Иван Сергеевич', 'ru', 'Иван Сергеевич'],
    ['Игорь Станкевич', 'ru', 'Игорь'],
    ['Людмила Францевна Ким', 'ru', 'Людмила Францевна'],
    ['[PERSON_1]', 'ru', '[PERSON_1]'],
  ])('%s in %s is addressed as %s', (name, language, expected) => {
    expect(customerName(name, language)).toBe(expected);
  });

  it('uses the first name alone in informal German', () => {
    expect(customerName('Anna Schmidt', 'de', 'informal')).toBe('Anna');
  });

  it.each([
    undefined,
    '',
    '  ',
    'anna.k@example.com',
    '+1 555 0100',
    'Caller 5550100',
    'Acme GmbH',
    'Support Team',
    '{{ticket.requester.name}}',
    '<b>Anna</b>',
    'a very long name that goes on and on',
  ])('%s is nobody to address', (name) => {
    expect(customerName(name, 'en')).toBeUndefined();
  });
});
