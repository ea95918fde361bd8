import { describe, expect, test } from 'vitest';
import { findEntities } from '../find-entities.ts';

const found = (text: string) =>
  findEntities(text).map(({ type, start, end }) => `${type} ${text.slice(start, end).replaceAll('\n', '/')}`);

describe('strangers', () => {
  test.each([
    ['My name is Imogen Ravensworth.', ['PERSON Imogen Ravensworth']],
    ['my name is anna kowalski', ['PERSON anna kowalski']],
    ['Please ask Dr. Okafor-Lindgren', ['PERSON Okafor-Lindgren']],
    ['See you,\nCormac is my name.\nKind regards,\nSaoirse', ['PERSON Saoirse']],
    ['Sincerely yours,\nJ. R. Okonkwo', ['PERSON J. R. Okonkwo']],
    ['hi, Mark here', ['PERSON Mark']],
    ['mijn naam is Dani van den Broek', ['PERSON Dani van den Broek']],
    ['Передайте Ковальчуку Андрею Викторовичу', ['PERSON Ковальчуку Андрею Викторовичу']],
    ['Мне звонила Преображенская', ['PERSON Преображенская']],
    ['Frau Wittenbrink ruft zurück', ['PERSON Wittenbrink']],
    ["je m'appelle Solène Kervella", ['PERSON Solène Kervella']],
    ['Name: Ndidi Achebe\nFirma: Kröger & Söhne', ['PERSON Ndidi Achebe', 'COMPANY Kröger & Söhne']],
    ['From: Torvald Heggen <t@example.com>', ['PERSON Torvald Heggen', 'EMAIL t@example.com']],
    ['She works for Hinkle-Barrows in Topeka.', ['COMPANY Hinkle-Barrows', 'LOCATION Topeka']],
    ['an invoice for Tidewater Analytics LLC', ['COMPANY Tidewater Analytics LLC']],
    ['договор с ООО «Северный ветер»', ['COMPANY ООО «Северный ветер»']],
    ['he flew from Kuala Lumpur to Belarus', ['LOCATION Kuala Lumpur', 'LOCATION Belarus']],
    ['я живу в Сыктывкаре', ['LOCATION Сыктывкаре']],
    ['hello this is anna schmidt calling from germany', ['PERSON anna schmidt', 'LOCATION germany']],
    ['mi chiamo quintavalle, abito a roccaforte', ['PERSON quintavalle', 'LOCATION roccaforte']],
    ['Kateřina, Anna and Amber wrote', ['PERSON Kateřina', 'PERSON Anna', 'PERSON Amber']],
    ["here's Tihomila's address", ['PERSON Tihomila']],
    [
      'Ok.\n\nAnna Schmidt\nGenability\n12 Main Street',
      ['PERSON Anna Schmidt', 'COMPANY Genability', 'ADDRESS 12 Main Street'],
    ],
    ['The Halberd office is closed', ['COMPANY Halberd']],
    ['Меня зовут Роза Вольская.', ['PERSON Роза Вольская']],
    ['Здравствуйте, меня зовут Вера', ['PERSON Вера']],
    ['Мене звати Віра Коваль', ['PERSON Віра Коваль']],
    ['I am Grace Hope', ['PERSON Grace Hope']],
    ['A SENHORA QUEIRÓS PROMETEU AJUDAR HOJE', ['PERSON QUEIRÓS']],
    ['MY NAME IS ROSE MAY AND I WAIT', ['PERSON ROSE MAY']],
    ['Head of Finance, Acme Robotics LLC', ['COMPANY Acme Robotics LLC']],
    ['Die Firma Falkenhof GmbH zahlt', ['COMPANY Falkenhof GmbH']],
    ['Ask Cormac, please. I am Cormac Thistlewood', ['PERSON Cormac', 'PERSON Cormac Thistlewood']],
  ])('%s', (text, expected) => {
    expect(found(text)).toEqual(expected);
  });

  test.each([
    'I prefer the Galaxy Buds with Windows 11 on my ThinkPad in the Office',
    'Will it be late? Mark my words, Rose is a colour. Grant access. Bill me in April.',
    'The Order was shipped by Express on Monday from our Warehouse.',
    'Dear Support Team,\nThanks for the Reply.\nBest regards,\nCustomer Service',
    'Guten Tag, ich habe eine Frage zur Rechnung und zur Lieferung der Waschmaschine.\nMit freundlichen Grüßen\nIhr Kundenservice',
    'Сегодня Вера в успех и Надежда на доставку остались',
    'Date: Mon, 12 Jan 2026, a parcel for my mother',
    'hello i have a question about the washing machine it does not start since the update',
    'PLEASE CALL ME, THE ORDER IS LATE AND NOBODY ANSWERS',
    'Name: not given\nAddress: where you live',
    'My name is wrong on the invoice. Меня зовут иначе.',
    'Caller\tPhone\tTopic',
    'Hello, I am writing about Adobe Photoshop, which crashes in Excel.',
  ])('ordinary words stay: %s', (text) => {
    expect(found(text)).toEqual([]);
  });
});

describe('numbers and dates', () => {
  test.each([
    ['SSN 618-12-1234, passport C01234567', ['NATIONAL_ID 618-12-1234', 'PASSPORT C01234567']],
    ['ИНН 7707083893, СНИЛС 112-233-445 95', ['NATIONAL_ID 7707083893', 'NATIONAL_ID 112-233-445 95']],
    ['паспорт серия 4509 № 123456', ['PASSPORT 4509 № 123456']],
    ['DNI 12345678Z', ['NATIONAL_ID 12345678Z']],
    ['44051401359', ['NATIONAL_ID 44051401359']],
    ['driver license H12345678', ['DRIVER_LICENSE H12345678']],
    ['routing number 021000021, sort code 20-00-00', ['BANK_ACCOUNT 021000021', 'BANK_ACCOUNT 20-00-00']],
    ['born 03/14/1962', ['DATE_OF_BIRTH 03/14/1962']],
    ['geboren am 5. Mai 2011', ['DATE_OF_BIRTH 5. Mai 2011']],
    ['I am 34 years old', ['AGE 34']],
    ['00:1B:44:11:3A:B7', ['DEVICE 00:1B:44:11:3A:B7']],
    ['username: jdoe_77', ['USERNAME jdoe_77']],
    ['bo dot lind at example dot com', ['EMAIL bo dot lind at example dot com']],
    ['01.76.91.69.75, 22 902 47 68 x12', ['PHONE 01.76.91.69.75', 'PHONE 22 902 47 68 x12']],
  ])('%s', (text, expected) => {
    expect(found(text)).toEqual(expected);
  });

  test.each([
    'bought on 20.11.2025, 34 years of warranty, 5 years old stock of 10',
    'login problems, user id missing, account 2025-11-20',
    'order 44051401358, item 618-12',
    'look at example.com, meet us at booking.com',
  ])('%s stays', (text) => {
    expect(found(text).filter((entity) => !entity.startsWith('AGE'))).toEqual([]);
  });
});

describe('addresses', () => {
  test.each([
    [
      'send it to 12 Main Street, Apt 4, Springfield, IL 62704.',
      'ADDRESS 12 Main Street, Apt 4, Springfield, IL 62704',
    ],
    ['Rosengasse 9a, 28195 Bremen', 'ADDRESS Rosengasse 9a, 28195 Bremen'],
    ['12 bis rue des Lilas, 69003 Lyon', 'ADDRESS 12 bis rue des Lilas, 69003 Lyon'],
    ['Calle Mayor 5, 2ºB, 28013 Madrid', 'ADDRESS Calle Mayor 5, 2ºB, 28013 Madrid'],
    ['Via Garibaldi 12, 20121 Milano (MI)', 'ADDRESS Via Garibaldi 12, 20121 Milano (MI)'],
    ['Keizersgracht 123, 1015 CW Amsterdam', 'ADDRESS Keizersgracht 123, 1015 CW Amsterdam'],
    ['ul. Marszałkowska 10/4, 00-590 Warszawa', 'ADDRESS ul. Marszałkowska 10/4, 00-590 Warszawa'],
    ['г. Омск, ул. Мира, д. 12, кв. 3', 'ADDRESS г. Омск, ул. Мира, д. 12, кв. 3'],
    ['P.O. Box 123', 'ADDRESS P.O. Box 123'],
    ['96 Salontie 19', 'ADDRESS 96 Salontie 19'],
    ['Kongensgade 12, 5000 Odense', 'ADDRESS Kongensgade 12, 5000 Odense'],
    ['Kossuth Lajos utca 5', 'ADDRESS Kossuth Lajos utca 5'],
    [
      '> 12 Main Street\n> Suite 286\n> Springfield, IL 62704',
      'ADDRESS 12 Main Street/> Suite 286/> Springfield, IL 62704',
    ],
    ['to 47 Alder Row, Apt 12, Rosewood.', 'ADDRESS 47 Alder Row, Apt 12, Rosewood'],
  ])('%s', (text, expected) => {
    expect(found(text)).toEqual([expected]);
  });

  test.each(['3 USB Keys', 'it took 5 minutes down the road', 'Step 2 Click Settings', 'Version 3 Point Release'])(
    '%s is none',
    (text) => {
      expect(found(text)).toEqual([]);
    },
  );
});
