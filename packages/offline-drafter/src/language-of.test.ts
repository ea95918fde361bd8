import { describe, expect, it } from 'vitest';
import { speaks } from './language-of.ts';
import { languagePack } from './phrases/index.ts';

function fits(language: string, text: string, locale?: string): boolean {
  const pack = languagePack(language);
  if (!pack) throw new Error(language);
  const base = {
    sourceId: '1',
    sourceTitle: '',
    sourceKind: 'macro',
    text,
    visibility: 'public',
    confidence: 1,
  } as const;
  return speaks(locale === undefined ? base : { ...base, locale }, pack);
}

describe('speaks', () => {
  it('believes the locale', () => {
    expect(fits('pt', 'whatever', 'pt-BR')).toBe(true);
    expect(fits('en', 'whatever', 'de')).toBe(false);
  });

  it.each([
    ['en', 'You can return the jacket within 30 days and we will refund you.'],
    ['ru', 'Вы можете вернуть куртку в течение 30 дней.'],
    ['de', 'Sie können die Jacke innerhalb von 30 Tagen zurückgeben und wir erstatten den Betrag.'],
    ['es', 'Puede devolver la chaqueta en 30 días y le devolvemos el importe con la misma tarjeta.'],
    ['fr', 'Vous pouvez retourner la veste sous 30 jours et nous vous remboursons.'],
    ['pt', 'Você pode devolver a jaqueta em até 30 dias e nós devolvemos o valor para o seu cartão.'],
  ])('knows %s without a locale', (language, text) => {
    for (const other of ['en', 'ru', 'de', 'es', 'fr', 'pt']) expect(fits(other, text)).toBe(other === language);
  });

  it('does not take Ukrainian for Russian', () => {
    expect(fits('ru', 'Ви можете повернути куртку протягом 30 днів, і ми повернемо гроші.')).toBe(false);
  });
});
