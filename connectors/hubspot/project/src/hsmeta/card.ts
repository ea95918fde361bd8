import { z } from 'zod';
import { oneOf, only, uid } from './common.ts';

/** src/app/cards/*-hsmeta.json. */
export const cardSchema = only({
  uid,
  type: z.literal('card'),
  config: only({
    name: z.string().min(1, { error: 'must not be empty' }),
    description: z.string(),
    location: oneOf(['crm.record.tab', 'crm.record.sidebar', 'crm.preview', 'helpdesk.sidebar']),
    entrypoint: z.string().regex(/^\/app\/cards\/[\w-]+\.(tsx|jsx)$/, {
      error: 'must name a file in /app/cards, e.g. /app/cards/Card.tsx',
    }),
    objectTypes: z
      .array(oneOf(['contacts', 'companies', 'deals', 'tickets']))
      .min(1, { error: 'must name at least one type of record' }),
  }),
});
