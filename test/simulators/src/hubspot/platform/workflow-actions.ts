import { pause } from '../../pause.ts';
import { Refusal } from '../api/refusal.ts';
import { UNCONFIRMED } from '../facts.ts';
import type { CallOut, CallResult } from './call-out.ts';
import { signatureHeaders } from './signatures.ts';

export interface ActionInput {
  objectId: string;
  /** `DEAL` unless said. */
  objectType?: string;
  properties?: Record<string, string | null>;
  inputFields?: Record<string, unknown>;
  /** The same id again is the same execution, retried. */
  callbackId?: string;
  workflowId?: number;
}

export type ActionState = 'RUNNING' | 'SUCCESS' | 'FAIL_CONTINUE' | 'BLOCKED' | 'FAILED' | 'EXPIRED';

/** One execution of the action for one enrolled record. */
export interface ActionRun {
  readonly callbackId: string;
  readonly state: ActionState;
  readonly outputFields: Readonly<Record<string, unknown>>;
  /** What each request met. */
  readonly attempts: readonly (number | 'timeout' | 'unreachable')[];
  /** How often the callback was completed. */
  readonly completions: number;
  /** Until when a blocked execution waits, ms since 1970. */
  readonly expiresAt: number | null;
}

interface ActionRecord {
  callbackId: string;
  state: ActionState;
  outputFields: Record<string, unknown>;
  attempts: ActionRun['attempts'][number][];
  completions: number;
  expiresAt: number | null;
  waiting: (() => void)[];
}

export interface ActionSwitches {
  /** Posts the execution as HubSpot does; resolves when it succeeded, failed or blocks. */
  run(url: string, input: ActionInput): Promise<ActionRun>;
  /** Resolves when the callback was completed. */
  completed(callbackId: string): Promise<ActionRun>;
  get(callbackId: string): ActionRun | undefined;
  all(): ActionRun[];
}

export interface ActionOptions {
  portalId: number;
  clientSecret: string;
  clock: () => Date;
  callOut: CallOut;
  retryDelaysMs: readonly number[] | undefined;
  /** Only v2 is documented. */
  withV3: boolean;
  closed: AbortSignal;
}

const WEEK_MS = 604_800_000;
const FIRST_DELAY_MS = 60_000;
const GIVE_UP_MS = 259_200_000;
const MAX_ATTEMPTS = 15;

/** Custom workflow actions of one account. */
export class WorkflowActions implements ActionSwitches {
  readonly #options: ActionOptions;
  readonly #runs = new Map<string, ActionRecord>();

  constructor(options: ActionOptions) {
    this.#options = options;
  }

  async run(url: string, input: ActionInput): Promise<ActionRun> {
    const { portalId } = this.#options;
    const callbackId = input.callbackId ?? `ap-${portalId}-${56_776_413_549 + this.#runs.size}-7-0`;
    const fresh: ActionRecord = {
      callbackId,
      state: 'RUNNING',
      outputFields: {},
      attempts: [],
      completions: 0,
      expiresAt: null,
      waiting: [],
    };
    const record = this.#runs.get(callbackId) ?? fresh;
    this.#runs.set(callbackId, record);
    await this.#post(new URL(url).href, JSON.stringify(payload(portalId, callbackId, input)), record);
    return this.#view(record);
  }

  completed(callbackId: string): Promise<ActionRun> {
    const record = this.#runs.get(callbackId);
    if (!record) throw new Error(`No execution ${callbackId}`);
    if (record.completions > 0) return Promise.resolve(this.#view(record));
    return new Promise((resolve) => record.waiting.push(() => resolve(this.#view(record))));
  }

  get(callbackId: string): ActionRun | undefined {
    const record = this.#runs.get(callbackId);
    return record && this.#view(record);
  }

  all(): ActionRun[] {
    return [...this.#runs.values()].map((record) => this.#view(record));
  }

  /** The callback of the API. The state stays as the first completion left it. */
  complete(callbackId: string, outputFields: Record<string, unknown>): void {
    const record = this.#runs.get(callbackId);
    if (!record || this.#view(record).state === 'EXPIRED') {
      throw new Refusal(404, { message: `Callback ${callbackId} not found`, category: 'OBJECT_NOT_FOUND' });
    }
    record.completions += 1;
    // A fast worker completes before the answer that blocks has arrived.
    if (record.state === 'BLOCKED' || record.state === 'RUNNING') {
      record.state = outputFields.hs_execution_state === 'FAIL_CONTINUE' ? 'FAIL_CONTINUE' : 'SUCCESS';
      record.outputFields = outputFields;
    }
    for (const resolve of record.waiting.splice(0)) resolve();
  }

  async #post(url: string, body: string, record: ActionRecord): Promise<void> {
    const { clientSecret, clock, callOut, retryDelaysMs, withV3, closed } = this.#options;
    const versions = withV3 ? (['v2', 'v3'] as const) : (['v2'] as const);
    let waitedMs = 0;
    for (let attempt = 0; attempt < MAX_ATTEMPTS && waitedMs < GIVE_UP_MS && !closed.aborted; attempt += 1) {
      const signature = signatureHeaders(clientSecret, { method: 'POST', url, body }, { now: clock(), versions });
      const headers = { 'Content-Type': 'application/json', ...signature };
      const result = await callOut.send({ method: 'POST', url, headers, body, timeoutMs: UNCONFIRMED.actionTimeoutMs });
      record.attempts.push(result.kind === 'answered' ? result.status : result.kind);
      if (!isRetried(result)) {
        this.#judge(record, result);
        return;
      }
      const ownMs = retryAfterMs(result) ?? FIRST_DELAY_MS * 2 ** attempt;
      const delayMs = retryDelaysMs ? (retryDelaysMs[Math.min(attempt, retryDelaysMs.length - 1)] ?? 0) : ownMs;
      waitedMs += ownMs;
      await pause(delayMs, closed);
    }
    record.state = 'FAILED';
  }

  #judge(record: ActionRecord, result: CallResult): void {
    if (record.completions > 0) return;
    if (result.kind !== 'answered' || result.status >= 300) {
      record.state = 'FAILED';
      return;
    }
    const outputFields = outputOf(result.body);
    const state = outputFields.hs_execution_state ?? 'SUCCESS';
    record.outputFields = outputFields;
    if (state === 'BLOCK' || state === 'ASYNC') {
      record.state = 'BLOCKED';
      record.expiresAt = this.#options.clock().getTime() + (durationMs(outputFields.hs_expiration_duration) ?? WEEK_MS);
    } else record.state = state === 'FAIL_CONTINUE' ? 'FAIL_CONTINUE' : 'SUCCESS';
  }

  #view({ waiting: _waiting, attempts, ...record }: ActionRecord): ActionRun {
    const over =
      record.state === 'BLOCKED' && record.expiresAt !== null && record.expiresAt <= this.#options.clock().getTime();
    return { ...record, attempts: [...attempts], state: over ? 'EXPIRED' : record.state };
  }
}

function payload(portalId: number, callbackId: string, input: ActionInput): Record<string, unknown> {
  const { objectId, objectType = 'DEAL', properties = {}, inputFields = {}, workflowId = 192_814_114 } = input;
  return {
    callbackId,
    origin: { portalId, actionDefinitionId: 10_646_377, actionDefinitionVersion: 1 },
    context: { source: 'WORKFLOWS', workflowId },
    object: { objectId: Number(objectId), properties, objectType },
    inputFields,
  };
}

/** 4xx fails for good; 429, 5xx and no answer are tried again. */
function isRetried(result: CallResult): boolean {
  return result.kind !== 'answered' || result.status === 429 || result.status >= 500;
}

/** In milliseconds here, unlike everywhere else. */
function retryAfterMs(result: CallResult): number | undefined {
  const header = result.kind === 'answered' && result.status === 429 ? result.headers['retry-after'] : undefined;
  return header !== undefined && /^\d+$/.test(header) ? Number(header) : undefined;
}

function outputOf(body: string): Record<string, unknown> {
  try {
    const { outputFields } = JSON.parse(body) as { outputFields?: Record<string, unknown> };
    return outputFields ?? {};
  } catch {
    return {};
  }
}

const DURATION = /^P(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/;
const UNITS_MS = [WEEK_MS, 86_400_000, 3_600_000, 60_000, 1_000];

/** ISO 8601; `P1WT1H` is in the documentation. */
function durationMs(text: unknown): number | undefined {
  const match = typeof text === 'string' ? DURATION.exec(text) : null;
  return match?.slice(1).reduce((total, part, index) => total + Number(part ?? 0) * (UNITS_MS[index] ?? 0), 0);
}
