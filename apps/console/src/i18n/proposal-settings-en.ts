import type { ProposalTone } from '@draftsmith/contracts';
import type { SettingsField } from '../proposals/settings/settings-fields.ts';

const fields: Record<SettingsField, string> = {
  company: 'Your company',
  footer: 'Line at the foot of each page',
  accent: 'Colour of headings and tables',
  tone: 'Tone',
  houseRules: 'House rules',
  mainLocale: 'Language, unless the contact has another',
  moreLocales: 'Other languages',
  validDays: 'Days that a proposal holds',
  approvalAbove: 'Approval is needed above',
  approver: 'Who approves',
  quotes: 'Draft quotes',
  stages: 'Stages that prepare a proposal',
};
const tones: Record<ProposalTone, { label: string; example: string }> = {
  neutral: { label: 'Businesslike', example: 'We propose to equip your warehouse in two steps.' },
  warm: { label: 'Warm', example: 'Thank you for showing us your warehouse. Here is how we would equip it.' },
  formal: { label: 'Formal', example: 'We are pleased to submit our proposal for the equipment of your warehouse.' },
  brief: { label: 'Brief', example: 'Your warehouse, equipped in two steps.' },
};

export const proposalSettings = {
  fields,
  tones,
  title: 'Settings',
  neverChanged: 'Nothing was changed here yet.',
  saved: 'Saved. It holds for the next proposal.',
  choicesLoading: 'Stages and people are being loaded from the CRM…',
  choicesUnavailable: 'Stages and people could not be loaded from the CRM: identifiers are shown instead.',
  parts: {
    company: 'Who proposes',
    writing: 'How it is written',
    languages: 'Languages',
    approval: 'Approval',
    quotes: 'Draft quotes',
    stages: 'Ahead of the rep',
  },
  hints: {
    company: 'Documents name it as the one who proposes.',
    footer: 'Address, register number, website: what your letterhead has.',
    accent: 'For example #1f4e79.',
    tone: 'Reps may choose another for a single proposal.',
    houseRules:
      'One a line, in your own words, e.g. “never promise a start date”. No house rule can lift the lock on figures.',
    languages: 'A proposal is written in the contact’s language where it is on the list, with its numbers and dates.',
    validDays: 'From the day it is written. The last day is printed in it.',
    approval:
      'Above the amount, a proposal is attached with a note that asks for approval, and the one who approves gets a task in the CRM.',
    approvalAbove: 'Gross total in the deal’s currency, with a point: 25000.00. Empty: nobody is asked.',
    stages:
      'When a deal reaches one of these stages, a proposal is written and waits on its card. Nothing is attached or sent, and no proposal is written over a rep’s.',
  },
  contrast: {
    good: (ratio: string) => `Contrast with white paper ${ratio}: easy to read.`,
    weak: (ratio: string) => `Contrast with white paper ${ratio}: headings get hard to read. 4.5:1 or more is better.`,
    sample: 'Heading',
  },
  noApprover: 'Nobody in particular: the note asks, and no task is made',
  noStages: 'None: proposals are written when a rep asks.',
  pickStage: 'Type the name of a stage',
  noSuchStage: 'No stage has this name.',
  quotesOn: 'Reps may have a draft quote made in HubSpot',
  quotesMean:
    'It copies the deal’s line items into a quote that stays a draft. It is never published and never sent: that is for a person to do, in HubSpot. The account must have given the quote permissions.',
  mistakes: {
    accent: 'A colour has six digits or letters from a to f after #, for example #1f4e79.',
    approvalAbove: 'Digits and a point only, for example 25000.00.',
  },
  fixFirst: 'Something on the page is not in order yet.',
  noAmount: 'never',
  noCompany: 'empty',
  days: (days: number) => `${days} days`,
};
