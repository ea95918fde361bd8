import type { AcceptanceBy, AcceptanceFigures, AcceptanceReport, AcceptanceRow } from '@draftsmith/contracts';

const MINUTE = 60_000;
const NONE: AcceptanceFigures = { drafts: 0, asIs: 0, edited: 0, ignored: 0, other: 0, kept: null, replyMs: null };

type Sample = [
  key: string,
  name: string,
  asIs: number,
  edited: number,
  ignored: number,
  other: number,
  minutes: number,
];

const SAMPLES: Record<AcceptanceBy, readonly Sample[]> = {
  brand: [
    ['1', 'Larkspur Lights', 164, 120, 38, 22, 41],
    ['2', 'Larkspur Outlet, factory seconds and returns', 31, 44, 29, 9, 95],
    ['3', 'Nightjar', 0, 2, 11, 3, 260],
    ['', '', 0, 0, 0, 4, 0],
  ],
  topic: [
    ['delivery_late', 'delivery_late', 51, 60, 31, 14, 52],
    ['refund', 'refund', 88, 40, 9, 6, 35],
    ['', '', 20, 33, 21, 9, 80],
  ],
  language: [
    ['en', 'en', 121, 90, 40, 21, 44],
    ['de', 'de', 52, 51, 22, 9, 58],
    ['ru', 'ru', 22, 25, 16, 8, 70],
  ],
  model: [
    ['openai/gpt-5-mini', 'openai/gpt-5-mini', 150, 110, 40, 20, 45],
    ['offline/passages', 'offline/passages', 45, 56, 38, 18, 51],
  ],
};

/** A month of a company that has used drafts for a while. */
export function sampleAcceptance(by: AcceptanceBy, days: number): AcceptanceReport {
  const rows = SAMPLES[by].map(toRow);
  return {
    ...{ by, days, rows },
    total: { drafts: 477, asIs: 195, edited: 166, ignored: 78, other: 38, kept: 0.87, replyMs: 47 * MINUTE },
    edits: { facts: 34, tone: 88, shortened: 61, extended: 72, reordered: 5, translated: 9 },
    ratings: {
      ...{ good: 132, bad: 21 },
      reasons: [
        { reason: 'wrong-tone', count: 9 },
        { reason: 'wrong-facts', count: 7 },
        { reason: 'ignored-instructions', count: 3 },
      ],
    },
  };
}

/** Of a company that began today. */
export function noAcceptance(by: AcceptanceBy, days: number): AcceptanceReport {
  const edits = { facts: 0, tone: 0, shortened: 0, extended: 0, reordered: 0, translated: 0 };
  return { by, days, rows: [], total: NONE, edits, ratings: { good: 0, bad: 0, reasons: [] } };
}

function toRow([key, name, asIs, edited, ignored, other, minutes]: Sample): AcceptanceRow {
  const drafts = asIs + edited + ignored + other;
  const used = asIs + edited;
  const kept = used === 0 ? null : (asIs + 0.7 * edited) / used;
  return { key, name, drafts, asIs, edited, ignored, other, kept, replyMs: minutes === 0 ? null : minutes * MINUTE };
}
