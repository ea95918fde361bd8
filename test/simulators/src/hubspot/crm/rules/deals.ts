import { invalidProperties } from '../../api/refusal.ts';
import { UNCONFIRMED } from '../../facts.ts';
import { add, decimal, format } from '../decimal.ts';
import { OBJECT_TYPES } from '../object-types.ts';
import type { Portal, Source } from '../portal.ts';
import type { Values } from '../property.ts';
import { lineItemsOf } from './line-items.ts';
import type { TypeRules } from './rules.ts';

export const dealRules: TypeRules = {
  beforeCreate(portal, values) {
    const withPipeline = { ...values, pipeline: values.pipeline ?? portal.pipelines[0]?.id ?? null };
    checkStage(portal, withPipeline);
    return withPipeline;
  },
  beforeUpdate(portal, record, changes) {
    checkStage(portal, { ...record.values, ...changes });
    return changes;
  },
  derive(portal, values) {
    const stage = stageOf(portal, values);
    return {
      hs_is_closed: String(stage?.isClosed ?? false),
      hs_is_closed_won: String(stage?.isClosed === true && stage.probability === '1.0'),
    };
  },
};

/** Accounts may let the line items drive the amount; the change is then HubSpot's own, not the writer's. */
export function refreshDealAmount(portal: Portal, dealId: string, _source: Source): void {
  const deal = portal.records.get(OBJECT_TYPES.deals, dealId);
  if (!deal || !portal.settings.dealAmountFollowsLineItems) return;
  const items = lineItemsOf(portal, 'deals', dealId);
  const amount = format(items.map(({ values }) => decimal(values.amount)).reduce(add, decimal('0')));
  if (amount === deal.values.amount) return;
  portal.records.replace(deal, { ...deal.values, amount });
  const source = UNCONFIRMED.computedChange;
  portal.emit({ kind: 'propertyChange', object: 'deals', objectId: dealId, name: 'amount', value: amount, source });
}

function stageOf(portal: Portal, values: Values) {
  const pipeline = portal.pipelines.find(({ id }) => id === values.pipeline);
  return pipeline?.stages.find(({ id }) => id === values.dealstage);
}

function checkStage(portal: Portal, values: Values): void {
  const pipeline = portal.pipelines.find(({ id }) => id === values.pipeline);
  if (values.pipeline && !pipeline) {
    throw invalidProperties([
      { name: 'pipeline', message: `${values.pipeline} was not a valid pipeline`, code: 'INVALID_OPTION' },
    ]);
  }
  if (values.dealstage && pipeline && !stageOf(portal, values)) {
    const allowed = pipeline.stages.map(({ id }) => id).join(', ');
    const message = `${values.dealstage} was not one of the allowed options: [${allowed}]`;
    throw invalidProperties([{ name: 'dealstage', message, code: 'INVALID_OPTION' }]);
  }
}
