import { proveRendered, renderSections } from '@draftsmith/number-lock';
import { WRITTEN_LANGUAGES } from '@draftsmith/pricing';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { WritingInput } from '../input.ts';
import { proofTermsOf } from '../lock-terms.ts';
import { aLine, anInput, aTemplate, NOBODY } from '../testing.ts';
import { writeProposal } from '../write-proposal.ts';

/** What companies write in their terms; figures in them may also be those of the deal. */
const LINES = [
  'Payable within 30 days, or with 2 % off by 15:00.',
  '- ISO 27001 applies',
  '* Call +49 30 123456',
  '  •  Interest of 9 % p.a. (§ 288 BGB) on {{total.once.gross}}',
  'Zahlbar binnen 14 Tagen ab dem {{proposal.date}}, 2 % Skonto binnen 7 Tagen.',
  'About {{total.once.net}} is due at once; -{{item.1.price}} is paid back.',
  'Per user: {{item.1.price}}/{{item.1.quantity}} = 100 %',
  'Kündigung jederzeit mit einer Frist von 30 Tagen.',
  'Paiement à 30 jours, escompte de 2 %.',
  'Оплата в течение 30 дней, пени 0,1 % в день.',
  '1. Die Preise gelten bis {{proposal.valid_until}} {{customer.nobody}}',
  'Garantía: 24 meses. Penalización: 5 %.',
  'Valid until {{proposal.valid_until}} – then 12 % more.',
  'Ends "as is" on 31.12.2026 {at 24:00}',
  '30',
  'https://example.com/agb?v=2',
];
const RUNS_EACH = 40;

const inputs = fc
  .record({
    terms: fc.array(fc.constantFrom(...LINES, ''), { minLength: 1, maxLength: 8 }),
    nextSteps: fc.array(fc.constantFrom(...LINES), { maxLength: 3 }),
    newline: fc.constantFrom('\n', '\r\n'),
    quantities: fc.array(fc.constantFrom('2', '7', '12', '14', '30', '100', '288'), { minLength: 1, maxLength: 4 }),
    price: fc.constantFrom('2', '30', '100', '27001', '9.5'),
  })
  .map(({ terms, nextSteps, newline, quantities, price }) => ({
    template: aTemplate({ terms: terms.join(newline), nextSteps: nextSteps.join(newline) }),
    lineItems: quantities.map((quantity, at) =>
      aLine({ id: String(at), quantity, price, ...(at > 1 && { recurring: { every: 'month', term: 'P12M' } }) }),
    ),
  }));

async function violationsIn(input: WritingInput) {
  const { sections, sources, locale } = await writeProposal(input, NOBODY());
  const terms = proofTermsOf({ facts: input.facts, prices: input.prices, sources, locale }, input.template);
  return proveRendered(renderSections(sections, input.facts, locale), terms);
}

it.each(WRITTEN_LANGUAGES)('in %s the company’s own terms are proven as they stand', async (locale) => {
  await fc.assert(
    fc.asyncProperty(inputs, async ({ template, lineItems }) => {
      expect(await violationsIn(anInput({ template, deal: { lineItems }, choices: { locale } }))).toEqual([]);
    }),
    { numRuns: RUNS_EACH },
  );
});

it('but nobody else’s: the same proof refuses a line that the template does not have', async () => {
  const { template, ...input } = anInput({ template: { terms: 'Payable within 45 days.' } });
  const { sections, sources, locale } = await writeProposal({ ...input, template }, NOBODY());
  const other = aTemplate({ terms: 'Payable within 14 days.' });
  const terms = proofTermsOf({ facts: input.facts, prices: input.prices, sources, locale }, other);
  expect(proveRendered(renderSections(sections, input.facts, locale), terms)).not.toEqual([]);
});
