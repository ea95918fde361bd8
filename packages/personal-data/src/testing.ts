import { randomUUID } from 'node:crypto';
import type { Orm } from '@draftsmith/database';
import { attempts, completions, type drafts } from '@draftsmith/database/schema';
import type { StoredVersion, StoredWords } from './find-drafts.ts';
import type { Words } from './mentions.ts';

export const ANNA = { name: 'Anna Weber', email: 'anna@example.org' };

/** The time in these tests. */
export const NOON = new Date('2026-11-22T12:00:00.000Z');

export function secondsAfter(time: Date, seconds: number): Date {
  return new Date(time.getTime() + seconds * 1000);
}

export function draftId(n: number): string {
  return `00000000-0000-8000-8000-${String(n).padStart(12, '0')}`;
}

/** A finished draft that came a minute before noon. */
export function aDraft(n: number, changed: Partial<typeof drafts.$inferInsert> = {}): typeof drafts.$inferInsert {
  return {
    id: draftId(n),
    connector: 'zendesk',
    account: 'acme',
    resourceType: 'ticket',
    resourceId: String(n),
    revision: `r${n}`,
    deliveryId: `d${n}`,
    state: 'drafted',
    outcome: { kind: 'drafted' },
    costUsd: '0.01',
    about: '{"subject":"Refund","customerName":"Anna Weber"}',
    content: '{"text":"Dear Anna","citations":[],"check":null}',
    receivedAt: secondsAfter(NOON, -60),
    finishedAt: secondsAfter(NOON, -50),
    ...changed,
  };
}

/** Words as `aDraft` has them: JSON that nobody sealed. */
export function openPlain({ about, content }: StoredWords): Words {
  const { subject = '', customerName = null } = JSON.parse(about ?? '{}');
  const { text } = JSON.parse(content ?? '{}');
  return { subject, customerName, texts: text ? [text] : [] };
}

/** A later text, as JSON that nobody sealed. */
export function openPlainVersion({ content }: StoredVersion): readonly string[] {
  const { text, steer } = JSON.parse(content);
  return [text, ...(steer ? [steer] : [])];
}

export function anAttempt(detail: string) {
  return { provider: 'openai', model: 'gpt', outcome: 'refused', ms: 5, detail } as const;
}

/** A completion for a draft, with its texts and one attempt that was declined. */
export async function aPrompt(orm: Orm, n: number): Promise<void> {
  const id = randomUUID();
  const shared = { connector: 'zendesk', account: 'acme', purpose: 'draft', outcome: 'refused' };
  await orm.insert(completions).values({
    ...{ ...shared, id, reference: draftId(n), prompt: `prompt ${n}`, answer: `answer ${n}`, textsUntil: NOON },
    ...{ latencyMs: 5, inputTokens: 10, outputTokens: 10, costUsd: '0.01', cache: 'miss', createdAt: NOON },
  });
  await orm.insert(attempts).values({
    ...{ ...shared, completionId: id, n: 1, at: NOON, provider: 'openai', model: 'gpt', ms: 5 },
    ...{ detail: `declined ${n}`, host: 'api.example.com', region: 'eu' },
  });
}
