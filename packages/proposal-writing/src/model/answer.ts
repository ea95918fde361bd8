import { PROSE_SECTIONS, type ProposalParagraph, type ProseSectionKind } from '@draftsmith/contracts';
import { z } from 'zod';
import type { ReadActivity } from '../material/read-activities.ts';

/** What a model is asked for. Every property is required, as OpenAI's strict schemas want it. */
export const ANSWER = {
  name: 'proposal_sections',
  schema: {
    type: 'object',
    properties: {
      sections: {
        type: 'array',
        items: {
          type: 'object',
          properties: {
            kind: { type: 'string', enum: [...PROSE_SECTIONS] },
            paragraphs: {
              type: 'array',
              items: {
                type: 'object',
                properties: {
                  text: { type: 'string' },
                  bullet: { type: 'boolean' },
                  sources: { type: 'array', items: { type: 'integer' } },
                },
                required: ['text', 'bullet', 'sources'],
                additionalProperties: false,
              },
            },
          },
          required: ['kind', 'paragraphs'],
          additionalProperties: false,
        },
      },
    },
    required: ['sections'],
    additionalProperties: false,
  },
} as const;

const answer = z.object({
  sections: z.array(
    z.object({
      kind: z.enum(PROSE_SECTIONS),
      paragraphs: z.array(z.object({ text: z.string(), bullet: z.boolean(), sources: z.array(z.number()) })),
    }),
  ),
});

/** No section is longer; an endless one is cut, not refused. */
const MOST_PARAGRAPHS = 20;

const SPACED_SLOT = /(?<!\{)\{\{[ \t\u00a0]*([a-z0-9_.-]+)[ \t\u00a0]*\}\}(?!\})/g;

/** `{{ key }}` is what many template languages write; a slot is read exactly, and a good sentence would be lost for it. */
function withExactSlots(text: string): string {
  return text.replace(SPACED_SLOT, (_, key: string) => `{{${key}}}`);
}

/** @returns the sections with activities' ids in place of their numbers; undefined for what is no such answer */
export function readAnswer(
  data: unknown,
  activities: readonly ReadActivity[],
): Map<ProseSectionKind, ProposalParagraph[]> | undefined {
  const read = answer.safeParse(data);
  if (!read.success) return undefined;
  const sections = new Map<ProseSectionKind, ProposalParagraph[]>();
  for (const { kind, paragraphs } of read.data.sections) {
    if (sections.has(kind)) continue;
    const cited = paragraphs.slice(0, MOST_PARAGRAPHS).map(({ text, bullet, sources }): ProposalParagraph => {
      const ids = sources.flatMap((number) => activities[number - 1]?.id ?? []);
      return { text: withExactSlots(text), sources: [...new Set(ids)], ...(bullet && { bullet: true }) };
    });
    sections.set(kind, cited);
  }
  return sections;
}
