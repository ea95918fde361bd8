import { expect, test } from 'vitest';
import { languageOf } from './detect.ts';

test.each([
  ['Vous pouvez retourner votre commande dans les 30 jours.', undefined, 'fr'],
  ['Sie können die Bestellung zurückgeben.', undefined, 'de'],
  ['Puede devolver el pedido en un plazo de 30 días.', undefined, 'es'],
  ['Você pode devolver o pedido em até 30 dias.', undefined, 'pt'],
  ['Вы можете вернуть заказ.', undefined, 'ru'],
  ['You can return the order.', undefined, 'en'],
  ['30', undefined, 'en'],
  ['You can return the order.', 'pt-BR', 'pt'],
])('%s (%s) is %s', (text, tag, language) => {
  expect(languageOf(text, tag)).toBe(language);
});
