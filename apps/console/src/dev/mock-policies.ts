import type { AccountPolicy } from '@draftsmith/contracts';
import type { Trial } from '../api/endpoints.ts';
import { type Answer, type Call, ok, problem } from './mock-answers.ts';
import type { MockState } from './mock-state.ts';

/** Policies as the real server keeps them, but for its checks of what comes in. */
export function policies({ method, path, body }: Call, state: MockState): Answer {
  const [, connector, account] = path;
  if (method === 'GET') return ok(state.policies);
  if (state.session?.role !== 'admin') return problem(403, 'Only an admin may do this');
  const policy = body.policy as AccountPolicy;
  if (method === 'POST' && connector === 'try') return ok(attempt(policy, String(body.text)));
  const known = state.policies.find((view) => view.connector === connector && view.account === account);
  if (!known) return problem(404, 'There is no such account');
  if (body.revision !== known.revision)
    return problem(409, 'Somebody else changed this policy meanwhile', 'policies.conflict');
  const saved = {
    ...known,
    policy,
    revision: known.revision + 1,
    updatedAt: new Date().toISOString(),
    updatedBy: state.session.name,
  };
  state.policies = state.policies.map((view) => (view === known ? saved : view));
  return ok(saved);
}

/** Finds only what the samples hold: real recognisers are the server's. */
function attempt({ privacy }: AccountPolicy, text: string): Trial {
  const denied = privacy.deny.map((word) => word.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'));
  const patterns: [type: string, pattern: RegExp][] = [
    ['EMAIL', /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g],
    ['PERSON', /Hannah Whitfield|Тимур Гайнутдинов/g],
    ['PHONE', /\+\d[\d ]{8,}\d/g],
    ...denied.map((word): [string, RegExp] => ['ACCOUNT', new RegExp(word, 'gi')]),
  ];
  const entities = patterns
    .flatMap(([type, pattern]) =>
      [...text.matchAll(pattern)].map((match) => ({ type, start: match.index, end: match.index + match[0].length })),
    )
    .filter(({ start, end }) => !privacy.allow.includes(text.slice(start, end)))
    .sort((a, b) => a.start - b.start);
  const replaced: Record<string, number> = {};
  let result = '';
  let at = 0;
  for (const { type, start, end } of entities) {
    replaced[type] = (replaced[type] ?? 0) + 1;
    result += `${text.slice(at, start)}[${type}_${replaced[type]}]`;
    at = end;
  }
  return { text: result + text.slice(at), entities, replaced };
}
