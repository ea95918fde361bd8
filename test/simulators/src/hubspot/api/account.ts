import { objectType } from '../crm/object-types.ts';
import type { Pipeline, Portal } from '../crm/portal.ts';
import type { ApiCall, Endpoints } from './endpoint.ts';
import { notFound, Refusal } from './refusal.ts';

/** What describes the account: its data, pipelines, owners, tax rates. */
export function registerAccount(api: Endpoints): void {
  api.on('get', '/account-info/details', [], ({ portal }) => ({ status: 200, body: details(portal) }));
  api.on('get', '/tax-rates', ['tax_rates.read'], ({ portal }) => ({
    status: 200,
    body: {
      results: portal.taxRates.map((rate) => ({
        ...rate,
        percentageRate: Number(rate.percentageRate),
        label: rate.name,
      })),
    },
  }));
  registerOwners(api);
  registerPipelines(api);
}

function details({ settings, clock }: Portal): Record<string, unknown> {
  const { id, companyCurrency, additionalCurrencies, timeZone, uiDomain, dataHostingLocation } = settings;
  const offset = offsetMs(timeZone, clock());
  const minutes = Math.abs(offset) / 60_000;
  const two = (value: number) => String(Math.floor(value)).padStart(2, '0');
  return {
    portalId: id,
    accountType: 'STANDARD',
    timeZone,
    companyCurrency,
    additionalCurrencies,
    utcOffset: `${offset < 0 ? '-' : '+'}${two(minutes / 60)}:${two(minutes % 60)}`,
    utcOffsetMilliseconds: offset,
    uiDomain,
    dataHostingLocation,
  };
}

function offsetMs(timeZone: string, at: Date): number {
  const name = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' })
    .formatToParts(at)
    .find(({ type }) => type === 'timeZoneName')?.value;
  const [, sign = '+', hours = '0', minutes = '0'] = /GMT([+-])(\d\d):(\d\d)/.exec(name ?? '') ?? [];
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000;
}

function registerOwners(api: Endpoints): void {
  const scopes = ['crm.objects.owners.read'];
  const shown = (owner: Portal['owners'][number]) => ({
    ...owner,
    type: 'PERSON',
    userIdIncludingInactive: owner.userId,
    userId: owner.archived ? null : owner.userId,
    createdAt: '2024-01-15T09:00:00.000Z',
    updatedAt: '2024-01-15T09:00:00.000Z',
  });
  api.on('get', '/crm/owners', scopes, ({ portal, query, request }) => {
    const wanted = portal.owners.filter(
      ({ email, archived }) =>
        archived === (query.archived === 'true') && (!query.email || email.toLowerCase() === query.email.toLowerCase()),
    );
    const limit = Number(query.limit ?? 100);
    const start = Number(query.after ?? 0);
    const after = String(start + limit);
    const link = `https://api.hubapi.com${request.path}?after=${after}`;
    const more = wanted.length > start + limit ? { paging: { next: { after, link } } } : {};
    return { status: 200, body: { results: wanted.slice(start, start + limit).map(shown), ...more } };
  });
  api.on('get', '/crm/owners/:id', scopes, ({ portal, params, query }) => {
    const key = query.idProperty === 'userId' ? 'userId' : 'id';
    const owner = portal.owners.find((one) => String(one[key]) === params.id);
    if (!owner) throw new Refusal(404, { message: 'resource not found' });
    return { status: 200, body: shown(owner) };
  });
}

function registerPipelines(api: Endpoints): void {
  const scopes = ['crm.schemas.deals.read', 'crm.objects.deals.read'];
  const dealsOnly = ({ params, portal }: ApiCall) =>
    objectType(params.type ?? '').name === 'deals' ? portal.pipelines : [];
  api.on('get', '/crm/pipelines/:type', scopes, (call) => ({
    status: 200,
    body: { results: dealsOnly(call).map(shownPipeline) },
  }));
  const find = (call: ApiCall) => {
    const pipeline = dealsOnly(call).find(({ id }) => id === call.params.id);
    if (!pipeline) throw notFound(call.params.id ?? '');
    return shownPipeline(pipeline, dealsOnly(call).indexOf(pipeline));
  };
  api.on('get', '/crm/pipelines/:type/:id', scopes, (call) => ({ status: 200, body: find(call) }));
  api.on('get', '/crm/pipelines/:type/:id/stages', scopes, (call) => ({
    status: 200,
    body: { results: find(call).stages },
  }));
}

const EPOCH = { createdAt: '1970-01-01T00:00:00Z', updatedAt: '1970-01-01T00:00:00Z', archived: false };

function shownPipeline({ id, label, stages }: Pipeline, displayOrder: number) {
  return {
    label,
    displayOrder,
    id,
    stages: stages.map((stage, index) => ({
      label: stage.label,
      displayOrder: index,
      // Texts, not a boolean and a number: recorded.
      metadata: { isClosed: String(stage.isClosed), probability: stage.probability },
      id: stage.id,
      ...EPOCH,
      writePermissions: 'CRM_PERMISSIONS_ENFORCEMENT',
    })),
    ...EPOCH,
  };
}
