import type { DealFacts } from '@draftsmith/contracts';
import type { AccountInfo, CrmObject, Pipeline } from '../../client/schemas.ts';
import { dayOf, optional, propertyOf } from '../properties.ts';

export const DEAL_PROPERTIES = [
  'dealname',
  'dealstage',
  'pipeline',
  'amount',
  'deal_currency_code',
  'closedate',
  'description',
  'hubspot_owner_id',
] as const;

export function dealOf(deal: CrmObject, info: AccountInfo, pipelines: readonly Pipeline[]): DealFacts {
  const [pipelineId, stageId] = [propertyOf(deal, 'pipeline'), propertyOf(deal, 'dealstage')];
  const pipeline = pipelines.find(({ id }) => id === pipelineId);
  const stage = stageIn(pipelines, stageId, pipelineId);
  return {
    name: propertyOf(deal, 'dealname') ?? '',
    ...optional('stage', stageId === undefined ? undefined : { id: stageId, name: stage?.label ?? stageId }),
    ...optional(
      'pipeline',
      pipelineId === undefined ? undefined : { id: pipelineId, name: pipeline?.label ?? pipelineId },
    ),
    ...optional('amount', propertyOf(deal, 'amount')),
    ...optional('currency', propertyOf(deal, 'deal_currency_code')?.toUpperCase() ?? info.companyCurrency ?? undefined),
    ...optional('closeDate', dayOf(propertyOf(deal, 'closedate'), info.timeZone)),
    ...optional('description', propertyOf(deal, 'description')),
  };
}

/** Ids of stages are unique within a pipeline; across pipelines only as a rule. */
export function stageIn(pipelines: readonly Pipeline[], stageId: string | undefined, pipelineId?: string) {
  const own = pipelines.find(({ id }) => id === pipelineId);
  return [...(own ? [own] : []), ...pipelines].flatMap(({ stages }) => stages).find(({ id }) => id === stageId);
}
