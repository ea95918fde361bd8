import type { ProposalOutcome, ProseSectionKind } from '@draftsmith/contracts';

type Sample = [
  name: string,
  hoursAgo: number,
  /** From click to attached; null when it is not attached. */
  minutes: number | null,
  /** Share of words that a person changed, and where. */
  edited: [number, ...ProseSectionKind[]] | null,
  sent: boolean,
  stageNow: string,
];

const THEN = 'Presentation scheduled';
const SAMPLES: readonly Sample[] = [
  ['Nordhafen Logistik: 40 trackers', 5, 6, [0.08, 'summary'], true, 'Contract sent'],
  ['Fenwick & Sons', 27, null, null, false, THEN],
  [
    'ООО «Северный склад»: датчики для шести складов и обслуживание на три года',
    52,
    14,
    [0.31, 'solution', 'timeline'],
    true,
    'Closed won',
  ],
  ['Halden Retail, phase 2', 75, 9, [0], true, 'Closed lost'],
  ['Isla Cold Chain', 120, 4, [0], false, THEN],
  ['Brook Street Cycles', 160, 22, [0.12, 'summary', 'next-steps'], true, 'Closed won'],
  ['Quarto Print', 260, 95, [0.44, 'solution', 'scope', 'summary'], true, 'Contract sent'],
  ['Tern Air Freight', 500, 7, [0.05, 'next-steps'], true, 'Closed won'],
  ['Aldgate Storage', 900, 11, [0.2, 'solution'], true, 'Closed lost'],
];

/** Two months of a company's proposals, the newest first. */
export function sampleOutcomes(now: Date): ProposalOutcome[] {
  const at = (minutesAgo: number) => new Date(now.getTime() - minutesAgo * 60_000).toISOString();
  return SAMPLES.map(([dealName, hoursAgo, minutes, edited, sent, stageNow], index) => ({
    dealId: `900${index}`,
    dealName,
    dealUrl: `https://app.hubspot.com/contacts/4471190/record/0-3/900${index}`,
    versions: edited === null ? 1 : edited.length + 1,
    askedAt: at(hoursAgo * 60),
    attachedAt: minutes === null ? null : at(hoursAgo * 60 - minutes),
    minutes,
    edited: edited && { share: edited[0], sections: edited.slice(1) as ProseSectionKind[] },
    sentAt: sent ? at(hoursAgo * 60 - (minutes ?? 0) - 55) : null,
    stageThen: THEN,
    stageNow,
    costUsd: `0.0${211 + index * 17}`,
  }));
}
