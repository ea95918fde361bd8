export { type EraseDeps, erase, findErasable } from './erase.ts';
export { type ExportDeps, exportPerson, type PersonExport } from './export.ts';
export type { FindDeps, StoredWords } from './find-drafts.ts';
export { type ForgetSourceDeps, forgetSource, prefixOf as marksOn, removeMarksOf } from './forget-source.ts';
export { LOOKOUT_MS } from './lookout.ts';
export { mentions, type Words } from './mentions.ts';
export { createPeopleIndex, type PeopleIndex, type PersonDigest } from './people-index.ts';
export { createPeopleNotes, type PeopleNotes } from './people-notes.ts';
export { type AskedPerson, toKnownPerson } from './person.ts';
export { clearLatePrompts, clearPrompts } from './prompts.ts';
export type { ArtefactOfProposal, FoundProposals, ReportedProposal } from './proposals.ts';
export type { Recipient } from './recipients.ts';
export type { ErasureReport, Place, PlaceReport, ReportedDraft } from './report.ts';
export { type Days, parseRetention, type Retention } from './retention/parse-retention.ts';
export {
  type Removed,
  type RetentionDeps,
  type RetentionLine,
  readRetention,
  runRetention,
} from './retention/run-retention.ts';
