import type { DraftDetail, DraftingRules, RulesTrial } from '@draftsmith/contracts';
import { type Answer, type Call, ok, problem } from './mock-answers.ts';
import type { MockState } from './mock-state.ts';

/** Rules as the real server keeps them, but for its checks of what comes in. */
export function rules({ method, path, body }: Call, state: MockState): Answer {
  const [, connector, account, action] = path;
  if (method === 'GET' && connector === undefined) return ok(state.rules);
  const known = state.rules.find((view) => view.connector === connector && view.account === account);
  if (!known) return problem(404, 'There is no such account');
  if (method === 'GET' && action === 'choices')
    return state.choices ? ok(state.choices) : problem(502, 'The source system cannot be reached');
  if (state.session?.role !== 'admin') return problem(403, 'Only an admin may do this');
  const wanted = body.rules as DraftingRules;
  if (action === 'try') return ok(state.drafts.map((draft) => trialOf(draft, known.rules, wanted)));
  if (body.revision !== known.revision)
    return problem(409, 'Somebody else changed these rules meanwhile', 'rules.conflict');
  const saved = {
    ...known,
    rules: wanted,
    revision: known.revision + 1,
    updatedAt: new Date().toISOString(),
    updatedBy: state.session.name,
  };
  state.rules = state.rules.map((view) => (view === known ? saved : view));
  return ok(saved);
}

/** By language and pilot only: the real rules are the server's. */
function trialOf(draft: DraftDetail, before: DraftingRules, after: DraftingRules): RulesTrial {
  const { resourceId, subject, url, language } = draft;
  const verdict = ({ only, pilot }: DraftingRules): RulesTrial['after'] => {
    if (only.languages.length > 0 && !only.languages.includes(language ?? '')) return 'language';
    return pilot.kind === 'share' && Number(resourceId.slice(-2)) >= pilot.percent ? 'pilot' : 'draft';
  };
  const facts = { tags: [], replies: 0 };
  return { resourceId, subject, url, language, facts, before: verdict(before), after: verdict(after) };
}
