import type { AssistDraft, AssistOperation, AssistRequest, AssistView, InsertCheck } from '@draftsmith/contracts';
import { STEPS } from '../ticket/phase.ts';

/** What an assist server answered, as HTTP would. */
export interface Answered {
  status: number;
  body?: unknown;
}

/** An assist server in memory: for the app's own tests and for looking at it. Its operations move one step a look. */
export interface FakeAssist {
  /** May be changed at any time, as a real ticket changes. */
  view: AssistView;
  verdict: InsertCheck['verdict'];
  /** Each call fails with this status; 0: not reachable at all. */
  failing: number | null;
  /** Operations stay where they are. */
  held: boolean;
  /** Operations end at the first look. */
  quick: boolean;
  /** What an operation leads to; by default a version that says what was asked. */
  compose: (
    request: AssistRequest,
    view: AssistView,
  ) => Pick<AssistOperation, 'text' | 'language' | 'failure'> & {
    draft?: AssistDraft;
  };
  /** Requests as they came, newest last. */
  readonly calls: { method: string; path: string; body: unknown }[];
  handle(method: string, path: string, body?: unknown): Answered;
}

export function createFakeAssist(view: AssistView): FakeAssist {
  const requests = new Map<string, AssistOperation>();
  const wishes = new Map<string, AssistRequest>();
  const fake: FakeAssist = {
    view,
    verdict: 'ok',
    failing: null,
    held: false,
    quick: false,
    compose: composeVersion,
    calls: [],
    handle: (method, path, body) => {
      fake.calls.push({ method, path, body });
      if (fake.failing !== null) return { status: fake.failing, body: { message: 'Not now.', code: 'failing' } };
      const [, what = '', id = ''] = /\/tickets\/[^/]+\/([^/]+)(?:\/(.+))?$/.exec(path) ?? [];
      if (what === 'view') return { status: 200, body: fake.view };
      if (what === 'insertions') return { status: 200, body: { verdict: fake.verdict } };
      if (what === 'ratings') return rate(id, body as AssistDraft['rating']);
      if (what === 'operations' && method === 'POST') return start(body as AssistRequest);
      return what === 'operations' ? advance(id) : { status: 404 };
    },
  };

  const start = (request: AssistRequest): Answered => {
    const known = requests.get(request.requestId);
    if (known) return { status: 200, body: known };
    const operation: AssistOperation = {
      id: `operation-${requests.size + 1}`,
      what: request.revise.kind,
      step: 'queued',
      state: 'running',
      byName: fake.view.agent.name,
    };
    requests.set(request.requestId, operation);
    wishes.set(operation.id, request);
    fake.view = { ...fake.view, running: operation };
    return { status: 202, body: operation };
  };

  const advance = (id: string): Answered => {
    const { running } = fake.view;
    if (running?.id !== id) return { status: 404, body: { message: 'Unknown operation.', code: 'not-found' } };
    if (fake.held) return { status: 200, body: running };
    const next = STEPS[STEPS.indexOf(running.step as (typeof STEPS)[number]) + 1];
    if (next && !fake.quick) {
      fake.view = { ...fake.view, running: { ...running, step: next } };
      return { status: 200, body: fake.view.running };
    }
    return { status: 200, body: finish(running) };
  };

  const finish = (running: AssistOperation): AssistOperation => {
    const request = wishes.get(running.id) ?? { requestId: '', revise: { kind: 'draft' as const } };
    const { draft, failure, ...result } = fake.compose(request, fake.view);
    const earlier = fake.view.draft ? [fake.view.draft, ...fake.view.earlier] : fake.view.earlier;
    fake.view = draft
      ? { ...fake.view, state: 'ready', draft, earlier, skipped: null, missing: null, failure: null, running: null }
      : { ...fake.view, running: null };
    return { ...running, step: 'done', state: failure ? 'failed' : 'done', ...result, ...(failure && { failure }) };
  };

  const rate = (path: string, rating: AssistDraft['rating']): Answered => {
    const rated = (draft: AssistDraft) => (path === `${draft.id}/${draft.version}` ? { ...draft, rating } : draft);
    fake.view = {
      ...fake.view,
      draft: fake.view.draft && rated(fake.view.draft),
      earlier: fake.view.earlier.map(rated),
    };
    return { status: 204 };
  };
  return fake;
}

function composeVersion({ revise }: AssistRequest, view: AssistView): ReturnType<FakeAssist['compose']> {
  if (revise.kind === 'translate')
    return { text: `In ${revise.into}: ${view.draft?.text ?? ''}`, language: revise.into };
  if (revise.kind === 'summarise') return { text: 'Asked twice where the parcel is.', language: revise.into };
  const steer = revise.kind === 'regenerate' ? revise.steer : undefined;
  return {
    draft: {
      id: view.draft?.id ?? 'draft-1',
      version: (view.draft?.version ?? 0) + 1,
      text: `Hello Ann,\n\n${steer ?? `A version that is ${revise.kind}`}.`,
      language: 'en',
      citations: view.draft?.citations ?? [],
      check: null,
      provider: 'local',
      model: 'sample-model',
      modelWritten: true,
      createdAt: '2026-11-22T10:05:00Z',
      made: { how: revise.kind === 'draft' ? 'regenerate' : revise.kind, byName: view.agent.name },
      rating: null,
      costUsd: null,
    },
  };
}
