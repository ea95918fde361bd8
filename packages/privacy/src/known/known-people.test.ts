import type { KnownPerson } from '@draftsmith/contracts';
import { describe, expect, test } from 'vitest';
import { createRedactor } from '../redactor.ts';

const PETR: KnownPerson = { name: 'Пётр Соколов' };
const YULIA: KnownPerson = { name: 'Юлия Щербакова', aliases: ['Юлька'] };
const JULIA: KnownPerson = { name: 'Yulia Sokolova' };
const MICHAEL: KnownPerson = { name: 'Michael Grünwald', organization: 'Hafenkontor Lindner GmbH' };
const BO: KnownPerson = {
  emails: ['bo@example.com', 'bo.lind@example.org', 'bo-lind@mail-house.example'],
  phones: ['+46 8 555 012 34'],
  addresses: ['Lange Straße 12, 28195 Bremen', '12 Main Street, Springfield, IL 62704'],
  accounts: ['SO-2231-77', 'K4482910'],
};

describe('found', () => {
  test.each([
    ['Pyotr Sokolov wrote', PETR, ['Pyotr Sokolov']],
    ['Petr Sokolow and Piotr Sokoloff', PETR, ['Petr Sokolow', 'Piotr Sokoloff']],
    ['for Julia Shcherbakova, or Yuliya Schtscherbakowa', YULIA, ['Julia Shcherbakova', 'Yuliya Schtscherbakowa']],
    ['передайте Юлии Соколовой', JULIA, ['Юлии Соколовой']],
    ['спросите Юльку', YULIA, ['Юльку']],
    ['ask Micheal, or Mr Grünwlad', MICHAEL, ['Micheal', 'Grünwlad']],
    ['write to Bo-Lind@mail-house.example', BO, ['Bo-Lind@mail-house.example']],
    ['michael gruenwald', MICHAEL, ['michael gruenwald']],
    ['the people of Hafenkontor Lidner', MICHAEL, ['Hafenkontor Lidner']],
    ['Соколв ждёт', PETR, ['Соколв']],
    ['от Zhukovskiy Piotr', { name: 'Пётр Жуковский' }, ['Zhukovskiy Piotr']],
    ['для Любови Цой', { name: 'Lyubov Tsoy' }, ['Любови Цой']],
    ['Golubkin P. I. and P. Golubkin', { name: 'Pavel Golubkin' }, ['Golubkin P. I.', 'P. Golubkin']],
    ['Вам пишет Голубкин П. И.', { name: 'Павел Голубкин' }, ['Голубкин П. И.']],
    ['the file of van de Velden', { name: 'Mink van de Velden' }, ['van de Velden']],
    ['ask Ana Kowalska', { name: 'Anna Kowalska' }, ['Ana Kowalska']],
    ['dla Piotra Zielińskiego, Piotrze', { name: 'Piotr Zieliński' }, ['Piotra Zielińskiego', 'Piotrze']],
    ['Katarzyna Golab', { name: 'Katarzyna Gołąb' }, ['Katarzyna Golab']],
    ['Jürgen Mueller', { name: 'Juergen Müller' }, ['Jürgen Mueller']],
    ['OBrien and O’Brien', { name: "Sinead O'Brien" }, ['OBrien', 'O’Brien']],
    ["Pemberton's and d'Anna", { name: 'Anna Pemberton' }, ['Pemberton', 'Anna']],
    ['Lucía Ochoa', { name: 'Lucía Ochoa Belmonte' }, ['Lucía Ochoa']],
    ['Марин, перезвоните', { name: 'Марина Белова' }, ['Марин']],
    ['bo.lind@example.org', BO, ['bo.lind@example.org']],
    ['08-555 012 34', BO, ['08-555 012 34']],
    ['to lange strasse 12\n28195 bremen.', BO, ['lange strasse 12\n28195 bremen']],
    ['Lange Str. 12 please', BO, ['Lange Str. 12']],
    ['12 main st, springfield IL 62704', BO, ['12 main st, springfield IL 62704']],
    ['order so 2231 77, customer k4482910', BO, ['so 2231 77', 'k4482910']],
  ])('%s', (text, person, values) => {
    const redactor = createRedactor([person]);
    const redacted = redactor.redact(text);
    for (const value of values) expect(redacted).not.toContain(value);
    expect(redactor.restore(redacted)).toBe(text);
  });
});

test.each([
  ['the meter was sent back', { name: 'Peter Wild' }],
  ['Braucht man das, und weder ja noch nein', { name: 'Klaus Weber Braun' }],
  ['SO-2231-771 and XK4482910', BO],
  ['a longer text that lists nothing', { accounts: ['12', 'ab'] }],
  ['soon', PETR],
  ['Вот лев, и любовь к нему', { name: 'Lev Tsoy', aliases: ['Lyubov Tsoy'] }],
  ['eine marka, po prostu', { name: 'Marek Dudek' }],
  ['Plan B. Then we buy a house', { name: 'Bo Haus' }],
])('other words stay: %s', (text, person) => {
  expect(createRedactor([person]).redact(text)).toBe(text);
});
