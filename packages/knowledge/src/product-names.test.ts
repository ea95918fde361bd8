import { expect, test } from 'vitest';
import { namesAnotherProduct, productNames } from './product-names.ts';

test('models, versions and brands in capitals are names; steps and common capitals are not', () => {
  expect([
    ...productNames('1. Restart the Canon PIXMA MG3620, then update Jira 8.20 over Wi-Fi (USB is OK) within 24 hours.'),
  ]).toEqual(['pixma', 'mg3620', '8.20']);
});

test.each([
  ['We are sorry about your Canon PIXMA MG3620.', 'Our payroll application failed, please help urgently', true],
  ['Update the BIOS of your XPS 13 9310.', 'My Dell XPS 13 9310 restarts', false],
  ['Please restart the router and check the cables.', 'Router Cisco ISR4331 restarts', false],
  ['Обновите драйвер HP DeskJet 3755.', 'Принтер Canon не печатает', true],
])('%s <- %s: %s', (reply, message, expected) => {
  expect(namesAnotherProduct(reply, message)).toBe(expected);
});
