import type { ProposalSettings, ProposalTemplateView, TemplateText } from '@draftsmith/contracts';
import { type Answer, type Call, ok, problem } from './mock-answers.ts';
import { putRateCard } from './mock-rate-card.ts';
import type { MockState } from './mock-state.ts';
import { reportOf } from './sample-proposals.ts';

/** Proposals as the real server keeps them, but for its checks of what comes in. */
export function proposals(call: Call, state: MockState): Answer {
  const held = state.proposals;
  const [, connector, account, part, ...rest] = call.path;
  if (connector === undefined) return ok(reportOf(held.outcomes, Number(call.query.get('days') ?? 30), new Date()));
  if (connector === 'settings') return ok(held.settings);
  if (!held.settings.some((view) => view.connector === connector && view.account === account))
    return problem(404, 'No such account with deals is connected', 'proposals.account');
  if (call.method !== 'GET' && state.session?.role !== 'admin') return problem(403, 'Only an admin may do this');
  switch (part) {
    case 'choices':
      return held.choices ? ok(held.choices) : problem(502, 'The source system cannot be reached');
    case 'settings':
      return putSettings(call, state);
    case 'templates':
      return templates(call, state, rest);
    case 'rate-card':
      return call.method === 'GET' ? ok(held.rateCard) : putRateCard(call, held);
    default:
      return problem(404, 'There is nothing at this address');
  }
}

function putSettings({ body, path }: Call, { proposals: held, session }: MockState): Answer {
  const known = held.settings.find(({ account }) => account === path[2]);
  if (!known || body.revision !== known.revision)
    return problem(409, 'Somebody else changed these settings meanwhile', 'proposal-settings.conflict');
  const saved = {
    ...known,
    settings: body.settings as ProposalSettings,
    revision: known.revision + 1,
    updatedAt: new Date().toISOString(),
    updatedBy: session?.name ?? null,
  };
  held.settings = held.settings.map((view) => (view === known ? saved : view));
  return ok(saved);
}

function templates(call: Call, state: MockState, [id, part]: string[]): Answer {
  const held = state.proposals;
  if (id === undefined) return call.method === 'GET' ? ok(held.templates) : create(call, state);
  const known = held.templates.find((template) => template.id === id);
  if (!known) return problem(404, 'There is no such template', 'proposal-template.unknown');
  if (part?.startsWith('preview.')) return { status: 200, body: 'A preview', type: 'text/plain; charset=utf-8' };
  if (call.method === 'DELETE' && part === undefined) {
    held.templates = held.templates.filter((template) => template !== known);
    return { status: 204, body: null };
  }
  const revision = part === undefined ? call.body.revision : Number(call.query.get('revision'));
  if (revision !== known.revision)
    return problem(409, 'Somebody else changed this template meanwhile', 'proposal-template.conflict');
  if (part === undefined) return change(state, known, textIn(call));
  const there = call.method === 'PUT';
  if (part === 'logo') return change(state, known, { hasLogo: there });
  if (there && held.findings.some(({ severity }) => severity === 'error'))
    return ok({ template: null, findings: held.findings });
  return change(state, known, { hasDocument: there }, there ? held.findings : []);
}

const textIn = ({ body: { revision: _, ...text } }: Call) => text as unknown as TemplateText;

function create(call: Call, { proposals: held }: MockState): Answer {
  const template: ProposalTemplateView = {
    ...textIn(call),
    id: `0b7c5c1e-6a7e-4c53-9d28-0d5a3a1f9f${String(held.templates.length).padStart(2, '0')}`,
    ...{ hasDocument: false, hasLogo: false, revision: 1, updatedAt: new Date().toISOString() },
  };
  held.templates = [...held.templates, template];
  return ok({ template, findings: [] });
}

function change(
  { proposals: held }: MockState,
  known: ProposalTemplateView,
  part: Partial<ProposalTemplateView>,
  findings: MockState['proposals']['findings'] = [],
): Answer {
  const template = { ...known, ...part, revision: known.revision + 1, updatedAt: new Date().toISOString() };
  held.templates = held.templates.map((one) => (one === known ? template : one));
  return ok({ template, findings });
}
