import type { ObjectType } from '../crm/object-types.ts';
import type { CrmRecord } from '../crm/records.ts';
import { show, type View } from '../crm/shown.ts';
import { archiveRecord, findRecord, prepareCreate, prepareUpdate } from '../crm/writes.ts';
import type { ApiCall, Endpoints, Reply } from './endpoint.ts';
import { mayReadEmails, typeOf } from './objects.ts';
import type { PartialFaults } from './partial-faults.ts';
import { invalid, invalidProperties, Refusal } from './refusal.ts';

const MAX_INPUTS = 100;

interface Input {
  id?: unknown;
  idProperty?: unknown;
  properties?: unknown;
  associations?: unknown;
  objectWriteTraceId?: unknown;
}

/** What became of the inputs of one batch. */
interface Outcome {
  results: unknown[];
  errors: unknown[];
}

export function registerBatch(api: Endpoints, partial: PartialFaults): void {
  const on = (operation: string, handler: (call: ApiCall, inputs: Input[]) => Outcome, status: number) =>
    api.on('post', `/crm/objects/:type/batch/${operation}`, [], (call) => {
      const { kept, failed } = partial.split(call.request.originalUrl, inputsOf(call.body, MAX_INPUTS) as Input[]);
      const { results, errors } = handler(call, kept);
      return batchReply(call, results, [...errors, ...failed], status);
    });
  on('read', readMany, 200);
  on('create', createMany, 201);
  on('update', updateMany, 200);
  on('upsert', upsertMany, 200);
  api.on('post', '/crm/objects/:type/batch/archive', [], (call) => {
    const type = typeOf(call, 'write');
    for (const { id } of inputsOf(call.body, MAX_INPUTS) as Input[]) {
      const record = call.portal.records.get(type, String(id));
      if (record) archiveRecord(call.portal, record, call.source);
    }
    return { status: 204 };
  });
}

export function inputsOf(body: ApiCall['body'], max: number): Record<string, unknown>[] {
  const { inputs } = body;
  if (!Array.isArray(inputs)) throw invalid('Invalid input JSON: inputs must be a list');
  if (inputs.length === 0) throw invalid('inputs must not be empty');
  if (inputs.length > max) throw invalid(`Batch size of ${inputs.length} exceeds the limit of ${max}`);
  return inputs as Record<string, unknown>[];
}

/** 207 as soon as one input failed. */
export function batchReply(call: ApiCall, results: unknown[], errors: unknown[], status: number): Reply {
  const at = call.portal.clock().toISOString();
  const problems = errors.length > 0 ? { errors, numErrors: errors.length } : {};
  return {
    status: errors.length > 0 ? 207 : status,
    body: { completedAt: at, status: 'COMPLETE', startedAt: at, results, ...problems },
  };
}

function distinctIds(inputs: readonly Input[]): void {
  const ids = inputs.map(({ id }) => String(id));
  const repeated = [...new Set(ids.filter((id, index) => ids.indexOf(id) !== index))];
  if (repeated.length > 0) {
    throw invalid(`Duplicate IDs found in batch input: [${repeated.join(', ')}]. IDs must be unique`, {
      context: { ids: repeated },
    });
  }
}

function missing(type: ObjectType, ids: string[]): Record<string, unknown> {
  const name = type.singular.toUpperCase();
  const message = `Could not get some ${name} objects, they may be deleted or not exist. Check that ids are valid.`;
  return { status: 'error', category: 'OBJECT_NOT_FOUND', message, context: { ids } };
}

/** Sorts the inputs into records and the one error entry for all that are missing. */
function lookUp(call: ApiCall, type: ObjectType, inputs: readonly Input[], idProperty?: string) {
  const found: { record: CrmRecord; input: Input }[] = [];
  const lost: string[] = [];
  for (const input of inputs) {
    const id = String(input.id);
    const property = input.idProperty === undefined ? idProperty : String(input.idProperty);
    try {
      found.push({ record: findRecord(call.portal, type, id, property), input });
    } catch (thrown) {
      if (!(thrown instanceof Refusal) || thrown.status !== 404) throw thrown;
      lost.push(id);
    }
  }
  return { found, errors: lost.length > 0 ? [missing(type, lost)] : [] };
}

function readMany(call: ApiCall, inputs: Input[]): Outcome {
  const type = typeOf(call, 'read');
  distinctIds(inputs);
  const { properties, propertiesWithHistory, idProperty } = call.body;
  const view: View = {
    properties: texts(properties),
    propertiesWithHistory: texts(propertiesWithHistory),
    redacted: !mayReadEmails(call),
  };
  const { found, errors } = lookUp(call, type, inputs, idProperty === undefined ? undefined : String(idProperty));
  return { results: found.map(({ record }) => show(call.portal, record, view)), errors };
}

/** All or nothing, unless every input carries a trace id. */
function createMany(call: ApiCall, inputs: Input[]): Outcome {
  const type = typeOf(call, 'write');
  const claims = new Set<string>();
  const prepared = prepareAll(inputs, (input) => prepareCreate(call.portal, type, input, call.source, claims));
  const results = prepared.ready.map(({ work, input }) => ({
    ...show(call.portal, work(), { all: true }),
    ...trace(input),
  }));
  return { results, errors: prepared.errors };
}

function updateMany(call: ApiCall, inputs: Input[]): Outcome {
  const type = typeOf(call, 'write');
  distinctIds(inputs);
  const { found, errors } = lookUp(call, type, inputs);
  const records = new Map(found.map(({ record, input }) => [input, record]));
  const prepared = prepareAll([...records.keys()], (input) => {
    const record = records.get(input) as CrmRecord;
    const work = prepareUpdate(call.portal, record, input.properties, call.source);
    return () => {
      work();
      return record;
    };
  });
  const results = prepared.ready.map(({ work, input }) => ({
    ...show(call.portal, work(), { all: true }),
    ...trace(input),
  }));
  return { results, errors: [...errors, ...prepared.errors] };
}

/** Checks every input before the first is carried out. One that fails fails all, unless all have trace ids. */
function prepareAll(
  inputs: readonly Input[],
  prepare: (input: Input) => () => CrmRecord,
): { ready: { work: () => CrmRecord; input: Input }[]; errors: unknown[] } {
  const ready: { work: () => CrmRecord; input: Input }[] = [];
  const failed: { refusal: Refusal; input: Input }[] = [];
  for (const input of inputs) {
    try {
      ready.push({ work: prepare(input), input });
    } catch (thrown) {
      if (!(thrown instanceof Refusal)) throw thrown;
      failed.push({ refusal: thrown, input });
    }
  }
  const traced = inputs.every(({ objectWriteTraceId }) => objectWriteTraceId !== undefined);
  if (failed.length > 0 && !traced) throw joined(failed.map(({ refusal }) => refusal));
  const errors = failed.map(({ refusal, input }) =>
    refusal.entry({ objectWriteTraceId: [String(input.objectWriteTraceId)] }),
  );
  return { ready, errors };
}

/** Recorded: wrong properties of all inputs come in one list; of other refusals the first is told. */
function joined(refusals: readonly Refusal[]): Refusal {
  const problems = refusals.flatMap(({ problems }) => problems);
  const [first] = refusals as [Refusal];
  return problems.length > 0 ? invalidProperties(problems) : first;
}

function upsertMany(call: ApiCall, inputs: Input[]): Outcome {
  const type = typeOf(call, 'write');
  distinctIds(inputs);
  const results = inputs.map((input) => {
    const name = String(input.idProperty ?? '');
    if (!call.portal.properties.find(type, name)?.hasUniqueValue)
      throw invalid(`${name} is not a unique property of ${type.singular}`);
    const value = String(input.id);
    const existing = call.portal.records.findBy(type, name, value);
    const properties = { ...(input.properties as object), [name]: value };
    if (existing) prepareUpdate(call.portal, existing, properties, call.source)();
    const record =
      existing ?? prepareCreate(call.portal, type, { properties, associations: input.associations }, call.source)();
    return { ...show(call.portal, record, { all: true }), new: existing === undefined, ...trace(input) };
  });
  return { results, errors: [] };
}

function trace({ objectWriteTraceId }: Input): Record<string, unknown> {
  return objectWriteTraceId === undefined ? {} : { objectWriteTraceId };
}

function texts(list: unknown): string[] {
  return Array.isArray(list) ? list.map(String) : [];
}
