import { expect, test } from 'vitest';
import { passwordStrength } from './password-strength.ts';

test.each([
  ['', 'short'],
  ['Tr0ub4dor&3', 'short'],
  ['ёжик-в-тум', 'short'],
  ['aaaaaaaaaaaaaaaa', 'weak'],
  ['123456789012', 'weak'],
  ['passwordpassword', 'weak'],
  ['qwerty123456', 'weak'],
  ['abababababab', 'weak'],
  ['maple otter lamp', 'strong'],
  ['ежик туман лампа', 'strong'],
  ['Kx9!mw2#Lp4z', 'strong'],
] as const)('%j is %s', (password, strength) => {
  expect(passwordStrength(password)).toBe(strength);
});

test('the own name does not make a password stronger', () => {
  expect(passwordStrength('inesmoreau2026', ['Ines Moreau', 'ines@larkspur.example'])).toBe('weak');
  expect(passwordStrength('larkspur-ines-1', ['Ines Moreau', 'ines@larkspur.example'])).toBe('weak');
});

test('an emoji counts as the one character that it is', () => {
  expect(passwordStrength('😀😀😀😀😀😀')).toBe('short');
});
