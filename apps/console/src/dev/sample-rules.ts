import { DEFAULT_RULES, type DraftingRulesView, type RuleChoices } from '@draftsmith/contracts';

const choices: RuleChoices = {
  brands: [
    { id: '900', name: 'Larkspur Lights' },
    { id: '901', name: 'Larkspur Outlet' },
  ],
  groups: [
    { id: '51', name: 'Returns' },
    { id: '52', name: 'Support, first line' },
    { id: '53', name: 'VIP' },
  ],
  forms: [{ id: '41', name: 'Default form' }],
  channels: [
    { id: 'email', name: 'Email' },
    { id: 'web', name: 'Web form' },
    { id: 'whatsapp', name: 'WhatsApp' },
    { id: 'voice', name: 'Phone' },
  ],
  tags: ['refund', 'delivery', 'vip', 'legal'].map((id) => ({ id, name: id })),
  agents: [
    { id: '11', name: 'Ines Moreau' },
    { id: '12', name: 'Tomas Berg' },
  ],
};

/** Rules as a careful admin has them, and those of an account that has decided nothing. */
export function sampleRules(now: Date): { rules: DraftingRulesView[]; choices: RuleChoices } {
  const held = {
    ...DEFAULT_RULES,
    only: { ...DEFAULT_RULES.only, channels: ['email', 'web'], languages: ['en', 'de', 'ru'] },
    never: { ...DEFAULT_RULES.never, tags: ['legal', 'chargeback_2026'], groups: ['53'] },
    caps: { perResource: 5, perHour: null },
    pilot: { kind: 'share', percent: 25 } as const,
    voice: {
      ...DEFAULT_RULES.voice,
      tone: 'warm' as const,
      houseRules: ['Never promise a delivery date', 'Say “lamp”, never “luminaire”'],
    },
    brandVoices: { '901': { tone: 'brief' as const, signature: 'Your Larkspur Outlet team' } },
  };
  const changed = { updatedAt: new Date(now.getTime() - 5 * 3_600_000).toISOString(), updatedBy: 'Ines Moreau' };
  return {
    rules: [
      { connector: 'zendesk', account: 'larkspur', rules: held, revision: 2, ...changed },
      {
        ...{ connector: 'zendesk', account: 'larkspur-outlet', rules: DEFAULT_RULES },
        ...{ revision: 0, updatedAt: null, updatedBy: null },
      },
      // The console leaves it out: rules are for messages of customers.
      {
        ...{ connector: 'hubspot', account: '4471190', rules: DEFAULT_RULES },
        ...{ revision: 0, updatedAt: null, updatedBy: null },
      },
    ],
    choices,
  };
}
