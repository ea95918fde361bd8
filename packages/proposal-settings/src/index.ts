export { createProposalSettings } from './create-settings.ts';
export { createTemplates } from './create-templates.ts';
export { createRateCard, type RateCard } from './rate-card.ts';
export { type RateCardProblem, readRateCard } from './read-rate-card.ts';
export { parseProposalSettings } from './settings-schema.ts';
export { sweepTemplateFiles } from './sweep-files.ts';
export { MAX_DOCUMENT, MAX_LOGO, UnusableTemplate } from './template-change.ts';
export {
  type ProposalTemplate,
  type RecordTemplate,
  STANDARD,
  STANDARD_VIEW,
  type TemplateChange,
  type Templates,
} from './templates.ts';
