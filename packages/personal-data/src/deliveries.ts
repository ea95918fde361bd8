import type { Orm } from '@draftsmith/database';
import { deliveries } from '@draftsmith/database/schema';
import type { JobResource } from '@draftsmith/jobs';
import { count, type SQL, sql } from 'drizzle-orm';

export async function countDeliveries(orm: Orm, resources: readonly JobResource[]): Promise<number> {
  const [row] = await orm.select({ known: count() }).from(deliveries).where(deliveriesOf(resources));
  return row?.known ?? 0;
}

/** They forget what they were about and stay, so that the source system's repeat of one brings no second draft. */
export async function clearDeliveries(orm: Pick<Orm, 'update'>, resources: readonly JobResource[]): Promise<void> {
  await orm.update(deliveries).set({ resourceType: null, resourceId: null }).where(deliveriesOf(resources));
}

export function deliveriesOf(resources: readonly JobResource[]): SQL {
  return sql`(${deliveries.connector}, ${deliveries.account}, ${deliveries.resourceType}, ${deliveries.resourceId}) in (
    select "connector", "account", "resourceType", "resourceId"
    from jsonb_to_recordset(${JSON.stringify(resources)}::jsonb)
      as wanted("connector" text, "account" text, "resourceType" text, "resourceId" text))`;
}
