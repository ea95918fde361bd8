import { describe, expect, test } from 'vitest';
import { createRedactor } from '../redactor.ts';

const PEOPLE = [{ name: 'Анна Соколова' }, { name: 'Пётр Васильевич Голубкин' }, { name: 'Саша Ким' }];

/** A model's words with surrogates, after Anna in the nominative and Пётр in the dative were redacted. */
function answered(text: string, language = 'ru'): string {
  const redactor = createRedactor(PEOPLE);
  expect(redactor.redact('Анна Соколова; Голубкину Петру; Саша Ким; Анной')).toBe(
    '[PERSON_1]; [PERSON_2_2]; [PERSON_3]; [PERSON_1_2]',
  );
  return redactor.restoreReadably(text, language);
}

describe('a Russian name comes back in the case that the words before it want', () => {
  test.each([
    ['Это для [PERSON_1].', 'Это для Анны Соколовой.'],
    ['Посылка от [PERSON_2]', 'Посылка от Петра Васильевича Голубкина'],
    ['Мы передали [PERSON_1] ключ', 'Мы передали Анне Соколовой ключ'],
    ['Просим [PERSON_1] подождать', 'Просим Анну Соколову подождать'],
    ['Свяжемся с [PERSON_1] и [PERSON_2].', 'Свяжемся с Анной Соколовой и Петром Васильевичем Голубкиным.'],
    ['Речь о [PERSON_2]', 'Речь о Петре Васильевиче Голубкине'],
    ['Уважаемая [PERSON_1_2]!', 'Уважаемая Анна!'],
    ['Здравствуйте, [PERSON_1_2]!', 'Здравствуйте, Анна!'],
    ['к клиенту [PERSON_2_2]', 'к клиенту Голубкину Петру'],
    ['от клиента **[PERSON_2_2]**', 'от клиента **Голубкина Петра**'],
    ['для [Person 1]', 'для Анны Соколовой'],
    ['Для уважаемой [PERSON_1]', 'Для уважаемой Анны Соколовой'],
  ])('%s', (text, expected) => {
    expect(answered(text)).toBe(expected);
  });
});

describe('in doubt it comes back as it was', () => {
  test.each([
    ['[PERSON_1] ждёт', 'Анна Соколова ждёт'],
    ['в [PERSON_1_2]', 'в Анной'],
    ['начиная с [PERSON_1]', 'начиная с Анна Соколова'],
    ['как ответила [PERSON_1]', 'как ответила Анна Соколова'],
    ['ждали долго от, [PERSON_1]', 'ждали долго от, Анна Соколова'],
    ['для [PERSON_3]', 'для Саша Ким'],
    ['клиента [PERSON_1]', 'клиента Анна Соколова'],
    ['для [PERSON_9]', 'для [PERSON_9]'],
  ])('%s', (text, expected) => {
    expect(answered(text)).toBe(expected);
  });

  test('another language', () => {
    expect(answered('для [PERSON_1]', 'uk')).toBe('для Анна Соколова');
  });

  test('a stranger: nobody knows the nominative', () => {
    const redactor = createRedactor();
    expect(redactor.redact('Меня зовут Серафима Вольская.')).toBe('Меня зовут [PERSON_1].');
    expect(redactor.restoreReadably('для [PERSON_1]', 'ru')).toBe('для Серафима Вольская');
  });
});

test.each([
  ['Hallo [PERSON_1_2],', 'de', 'Hallo Anna,'],
  ['[PERSON_1_2] Fahrrad', 'de', 'Annas Fahrrad'],
  ['Dear [PERSON_1_3]', 'en', 'Dear Anna Schmidt'],
  ['as [PERSON_1_4] said', 'en', 'as Anna said'],
  ["[PERSON_1]'s bike", 'en', "Anna Schmidt's bike"],
])('elsewhere capitals and greetings are those of the record: %s', (text, language, expected) => {
  const redactor = createRedactor([{ name: 'Anna Schmidt' }]);
  redactor.redact('Annas; ANNA SCHMIDT; anna');
  expect(redactor.restoreReadably(text, language)).toBe(expected);
});
