import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type {
  Answer,
  ProposalOperation,
  ProposalProblem,
  ProposalRequest,
  ProposalStep,
  ProposalVersionSummary,
  ProposalVersionView,
  ProposalView,
} from '@draftsmith/contracts';
import { sampleDiff, sampleVersion, sampleView } from './samples.ts';

/** What an operation goes through; a look brings it one step further. */
const STEPS: readonly ProposalStep[] = ['queued', 'reading', 'writing', 'checking', 'done'];
const WRITES: readonly ProposalStep[] = ['queued', 'rendering', 'filing', 'noting', 'done'];

/** A server of one deal, in memory: as far as the card can tell, the real one. */
export interface FakeProposals {
  /** @param target path and query below `/proposals/<connector>`; undefined: there is no such route */
  handle(method: string, target: string, body?: unknown): Answer<unknown> | undefined;
  /** The next requests of this kind come to nothing, each once: at once, or when the operation has run. */
  refuse(what: ProposalRequest['what'], problem: ProposalProblem, when?: 'at-once' | 'later'): void;
  /** Every accepted request, without repeats. */
  readonly accepted: readonly ProposalRequest[];
  /** May be changed while it runs. */
  view: ProposalView;
  readonly versions: Map<number, ProposalVersionView>;
}

export interface FakeOptions {
  view?: Partial<ProposalView>;
  versions?: readonly ProposalVersionView[];
}

export function createFakeProposals({ view = {}, versions = [] }: FakeOptions = {}): FakeProposals {
  const kept = new Map(versions.map((version) => [version.number, version]));
  const operations = new Map<string, { operation: ProposalOperation; request: ProposalRequest }>();
  const refusals: { what: string; problem: ProposalProblem; when: 'at-once' | 'later' }[] = [];
  const accepted: ProposalRequest[] = [];
  const refusal = (what: string, when: 'at-once' | 'later') => {
    const at = refusals.findIndex((one) => one.what === what && one.when === when);
    return at < 0 ? undefined : refusals.splice(at, 1)[0]?.problem;
  };

  const fake: FakeProposals = {
    view: sampleView(view),
    versions: kept,
    accepted,
    refuse: (what, problem, when = 'at-once') => void refusals.push({ what, problem, when }),
    handle: (method, target, body) => {
      const { pathname, searchParams } = new URL(target, 'http://fake');
      const [, kind = '', id] = /^\/deals\/[^/]+\/(view|operations|versions|diff)(?:\/([^/]+))?$/.exec(pathname) ?? [];
      if (method === 'POST') return kind === 'operations' ? start(body as ProposalRequest) : undefined;
      if (kind === 'view') return { ok: true, value: { ...fake.view, versions: summaries() } };
      if (kind === 'operations') return look(id ?? '');
      if (kind === 'versions') return found(kept.get(Number(id)));
      if (kind !== 'diff') return undefined;
      return { ok: true, value: sampleDiff(Number(searchParams.get('from')), Number(searchParams.get('to'))) };
    },
  };

  function start(request: ProposalRequest): Answer<ProposalOperation> {
    const known = operations.get(request.requestId);
    if (known) return { ok: true, value: known.operation };
    if (fake.view.running) return { ok: false, problem: problem('busy', true) };
    const refused = refusal(request.what, 'at-once') ?? outdated(request);
    if (refused) return { ok: false, problem: refused };
    accepted.push(request);
    const operation: ProposalOperation = {
      id: request.requestId,
      what: request.what,
      state: 'running',
      step: 'queued',
      version: null,
      problem: null,
    };
    return keep(operation, request);
  }

  /** Old prices go out only when they are meant. */
  function outdated(request: ProposalRequest): ProposalProblem | undefined {
    if (request.what !== 'attach' && request.what !== 'quote') return undefined;
    return !request.confirmed && kept.get(request.version)?.outdated ? problem('outdated', false) : undefined;
  }

  function look(id: string): Answer<ProposalOperation> {
    const known = operations.get(id);
    if (!known) return { ok: false, problem: problem('not-found', false) };
    const { operation, request } = known;
    if (operation.state !== 'running') return { ok: true, value: operation };
    const steps = request.what === 'attach' || request.what === 'quote' ? WRITES : STEPS;
    const step = steps[steps.indexOf(operation.step) + 1] ?? 'done';
    if (step !== 'done') return keep({ ...operation, step }, request);
    const refused = refusal(request.what, 'later');
    if (refused) return keep({ ...operation, state: 'failed', problem: refused }, request);
    return keep({ ...operation, state: 'done', step, version: work(request) }, request);
  }

  function keep(operation: ProposalOperation, request: ProposalRequest): Answer<ProposalOperation> {
    operations.set(operation.id, { operation, request });
    fake.view = { ...fake.view, running: operation.state === 'running' ? operation : null };
    return { ok: true, value: operation };
  }

  function work(request: ProposalRequest): number {
    if (request.what === 'attach' || request.what === 'quote') {
      const { version: number } = request;
      const stands = { at: '2026-11-23T10:00:00Z', url: `https://app.hubspot.com/${request.what}/1` };
      const before = kept.get(number) ?? sampleVersion(number);
      kept.set(number, { ...before, [request.what === 'attach' ? 'attached' : 'quoted']: stands });
      return number;
    }
    const number = Math.max(0, ...kept.keys()) + 1;
    const base = 'version' in request ? kept.get(request.version) : undefined;
    const made = base ?? sampleVersion(number);
    const { hash } = sampleVersion(number);
    kept.set(number, { ...changed(made, request), number, hash, how: request.what, attached: null, quoted: null });
    return number;
  }

  function summaries(): ProposalVersionSummary[] {
    return [...kept.values()].toSorted((one, other) => other.number - one.number);
  }
  return fake;
}

/** What an edit is for: a person's words stand where the model's stood. */
function changed(version: ProposalVersionView, request: ProposalRequest): ProposalVersionView {
  if (request.what !== 'edit') return version;
  const paragraphs = request.text.split('\n').flatMap((line) => {
    const bullet = line.startsWith('- ');
    const text = bullet ? line.slice(2) : line;
    return text.trim() === '' ? [] : [{ text, sources: [], ...(bullet && { bullet }) }];
  });
  const sections = version.sections.map((section) =>
    section.kind === request.section ? { ...section, paragraphs, writtenBy: 'person' as const } : section,
  );
  return { ...version, sections };
}

export function problem(
  code: ProposalProblem['code'],
  retryable: boolean,
  more: Partial<ProposalProblem> = {},
): ProposalProblem {
  return { code, retryable, message: `The server says: ${code}`, ...more };
}

function found<T>(value: T | undefined): Answer<T> {
  return value === undefined ? { ok: false, problem: problem('not-found', false) } : { ok: true, value };
}

/** The same over HTTP on this machine, for HubSpot's local development. */
export async function startFakeServer(fake: FakeProposals, port = 0): Promise<{ url: string; close(): Promise<void> }> {
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const text = Buffer.concat(chunks).toString('utf8');
    const target = (request.url ?? '').replace(/^\/proposals\/[^/]+/, '');
    const answer = fake.handle(request.method ?? 'GET', target, text === '' ? undefined : JSON.parse(text));
    response.writeHead(answer ? 200 : 404, { 'content-type': 'application/json' });
    response.end(JSON.stringify(answer ?? { code: 'not-found' }));
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const { port: taken } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${taken}`,
    close: () => new Promise((resolve) => void server.close(() => resolve())),
  };
}
