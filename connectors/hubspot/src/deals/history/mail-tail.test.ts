import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { withoutMailTail } from './mail-tail.ts';

describe('what was written before is cut', () => {
  test.each([
    'On Mon, 3 Nov 2026 at 10:00, Ben <ben@example.com> wrote:\n> Hello',
    'On Monday, 3 November 2026 at 10:00,\nBen Example <ben@example.com> wrote:\n> Hello',
    'Am 3. November 2026 um 10:00 schrieb Ben <ben@example.com>:\n> Hallo',
    'Le lun. 3 nov. 2026 à 10:00, Ben a écrit :\n> Bonjour',
    'El lun, 3 nov 2026 a las 10:00, Ben escribió:\n> Hola',
    'Em seg., 3 de nov. de 2026 às 10:00, Ben escreveu:\n> Olá',
    'пн, 3 нояб. 2026 г. в 10:00, Бен <ben@example.com> написал(а):\n> Привет',
    '3 ноября 2026 г., 10:00, Бен пишет:\n> Привет',
    '-----Original Message-----\nFrom: Ben\nHello',
    '-------- Исходное сообщение --------\nОт: Бен',
    'From: Ben <ben@example.com>\nSent: Monday, 3 November 2026 10:00\nTo: Carla\nSubject: Hi\n\nHello',
    'Von: Ben\nGesendet: Montag\nAn: Carla\n\nHallo',
    'От: Бен\nДата: понедельник\nКому: Карле\n\nПривет',
    '> Hello\n> again\n',
    '________________________________\nFrom: Ben',
  ])('%s', (tail) => expect(withoutMailTail(`We need two sites.\n\n${tail}`)).toBe('We need two sites.'));
});

describe('signatures are cut', () => {
  test.each([
    '--\nCarla\n+49 30 1234567',
    '-- \nCarla',
    'Best regards,\nCarla Muster\nHead of IT',
    'Mit freundlichen Grüßen\nCarla',
    'С уважением,\nКарла',
    'Saludos cordiales,\nCarla',
    'Sent from my iPhone',
    'Отправлено с iPhone',
    'Thanks,\nCarla\n\nSent from my iPhone',
  ])('%s', (signature) => expect(withoutMailTail(`We need two sites.\n${signature}`)).toBe('We need two sites.'));
});

describe('what the sender wrote stays', () => {
  test.each([
    'On Monday we wrote a plan.',
    'Thanks for the call, we need more.',
    'From: Berlin to Paris, we ship weekly.\nThat is all.',
    'You asked:\n> Two sites?\nYes, two.',
    'Best regards to Ben.\nNow to the point.',
    '> only\n> quoted',
  ])('%s', (text) => expect(withoutMailTail(text)).toBe(text));

  test('never everything, and never anything new', () => {
    const lines = fc.array(fc.constantFrom('Text', '> quoted', '--', 'Thanks,', 'On x 2026, Ben wrote:', ''), {
      maxLength: 8,
    });
    fc.assert(
      fc.property(lines, (parts) => {
        const text = parts.join('\n');
        const own = withoutMailTail(text);
        expect(text).toContain(own);
        expect(own === '').toBe(text.trim() === '');
      }),
    );
  });
});
