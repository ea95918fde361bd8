import type { ProseSectionKind } from '@draftsmith/contracts';
import type { ProposalsPart } from '../proposals/place.ts';
import { counted } from './plural.ts';
import { proposalSettings } from './proposal-settings-en.ts';
import { rateCard } from './rate-card-en.ts';
import { templates } from './templates-en.ts';

const parts: Record<ProposalsPart, string> = {
  outcome: 'Outcome',
  templates: 'Templates',
  'rate-card': 'Rate card',
  settings: 'Settings',
};
const sections: Record<ProseSectionKind, string> = {
  summary: 'Summary',
  solution: 'Solution',
  scope: 'Scope',
  timeline: 'Timeline',
  'next-steps': 'Next steps',
};

export const proposals = {
  parts,
  sections,
  templates,
  rateCard,
  settings: proposalSettings,
  title: 'Proposals',
  lead: 'What became of them, and what they are made with. Reps write and attach them on the deal.',
  partsOf: 'Parts of the proposals',
  errorTitle: 'The proposals could not be loaded',
  noAccountTitle: 'No CRM is connected yet',
  noAccountText: 'Proposals are written for deals. Connect the CRM that has yours.',
  toConnections: 'Go to the connections',
  allAccounts: 'All accounts',
  outcome: {
    title: 'What became of proposals',
    errorTitle: 'The figures could not be loaded',
    emptyTitle: 'No proposal in this time',
    emptyText: 'They appear here when a rep asks for one on a deal, or when a deal reaches a stage that you chose.',
    figures: {
      asked: { name: 'Asked for', hint: 'deals with a proposal' },
      attached: { name: 'Attached', hint: 'to the deal, as files' },
      edited: { name: 'Edited', hint: 'words changed by a person' },
      sent: { name: 'Sent', hint: 'to the customer' },
      won: { name: 'Won', hint: 'deals since then' },
      lost: { name: 'Lost', hint: 'deals since then' },
      minutes: { name: 'From click to attached', hint: 'half take longer' },
      cost: { name: 'Cost', hint: 'of the models' },
    },
    shareOf: (share: string) => `${share} of those asked for`,
    sectionsTitle: 'Sections most edited',
    sectionsNote: 'Where a template, a hint or a house rule may help.',
    sectionsNone: 'No section was edited in this time.',
    tableTitle: 'Proposals',
    tableCount: counted('en', { one: '# deal, the newest first', other: '# deals, the newest first' }),
    columns: {
      deal: 'Deal',
      asked: 'Asked for',
      attached: 'Attached',
      edited: 'Edited',
      sent: 'Sent',
      stage: 'Stage',
      cost: 'Cost',
    },
    versions: counted('en', { one: '# version', other: '# versions' }),
    opens: 'opens the deal in a new tab',
    after: (time: string) => `after ${time}`,
    notAttached: 'not yet',
    notSent: 'not yet',
    asWritten: 'as written',
    stageChange: (then: string, now: string) => `${then} → ${now}`,
  },
};
