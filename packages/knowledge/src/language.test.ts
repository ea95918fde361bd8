import { describe, expect, test } from 'vitest';
import { detectLanguage } from './language.ts';
import { DATA_SETS, present } from './measure/data.ts';
import { languageAccuracy } from './measure/language.ts';

describe('detectLanguage', () => {
  test.each([
    ['where is my order??', 'en'],
    ['refund pls', 'en'],
    ['cancel', 'en'],
    ['Wo ist mein Paket', 'de'],
    ['Login geht nicht', 'de'],
    ['kündigen', 'de'],
    ['donde esta mi pedido', 'es'],
    ['factura', 'es'],
    ['Где мой заказ', 'ru'],
    ['не приходит смс', 'ru'],
    ['де моє замовлення', 'uk'],
    ['ou est ma commande', 'fr'],
    ['onde está minha encomenda', 'pt'],
    ['obrigado', 'pt'],
    ['dov è il mio ordine', 'it'],
    ['waar is mijn bestelling', 'nl'],
    ['gdzie jest moja paczka', 'pl'],
    ['我的订单在哪里', 'zh'],
    ['注文はどこですか', 'ja'],
    ['أين طلبي', 'ar'],
  ])('%s', (text, expected) => {
    expect(detectLanguage(text, 'none')).toBe(expected);
  });

  test.each(['', '12345', '👍', '!!!', 'https://example.com/order/status?id=where-is-my-order'])(
    'nothing to go by: "%s"',
    (text) => {
      expect(detectLanguage(text, 'ru')).toBe('ru');
      expect(detectLanguage(text)).toBe('en');
    },
  );

  test('links, order numbers, quoted tails and signatures do not count', () => {
    const text = `Посылка не пришла, заказ PW-61371 https://www.example.com/track-your-order-status-here

Best regards,
Peter Sokolov
Head of Purchasing and Logistics

On Mon, 16 Nov 2026 at 10:00, Support <help@example.com> wrote:
> Dear customer, your order has been shipped and will arrive within three to five working days.`;
    expect(detectLanguage(text)).toBe('ru');
  });

  test('one word in the other alphabet does not turn a message', () => {
    expect(detectLanguage('Приложение Draftsmith Companion для Windows не открывается')).toBe('ru');
    expect(detectLanguage('My name is Пётр and the parcel has not arrived')).toBe('en');
  });

  test.skipIf(!present('tickets'))(
    `at least 97 % of third-party tickets (skipped without ${DATA_SETS.tickets})`,
    () => {
      const { texts, accuracy } = languageAccuracy('body');
      expect(texts).toBe(600);
      expect(accuracy).toBeGreaterThanOrEqual(0.97);
    },
  );
});
