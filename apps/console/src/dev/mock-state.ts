import {
  type AccountPolicyView,
  type AuditEntry,
  DEFAULT_POLICY,
  type DraftDetail,
  type DraftingRulesView,
  type RuleChoices,
  type SessionView,
} from '@draftsmith/contracts';
import type { AccountView, SetupState, UserView } from '../api/endpoints.ts';
import { sampleAcceptance } from './sample-acceptance.ts';
import { sampleAudit } from './sample-audit.ts';
import { type MockConnections, sampleConnections } from './sample-connections.ts';
import { sampleDrafts } from './sample-drafts.ts';
import { type MockProposals, sampleProposals } from './sample-proposals.ts';
import { sampleRules } from './sample-rules.ts';

/** What the stand-in answers; every field may be changed while it runs. */
export interface MockState {
  session: SessionView | null;
  drafts: DraftDetail[];
  users: UserView[];
  accounts: AccountView[];
  policies: AccountPolicyView[];
  rules: DraftingRulesView[];
  choices: RuleChoices | null;
  connections: MockConnections;
  acceptance: typeof sampleAcceptance;
  proposals: MockProposals;
  /** Newest first. */
  audit: AuditEntry[];
  /** `hang` never answers (loading), `fail` answers 500, `html` is what a broken proxy sends. */
  mood: 'normal' | 'hang' | 'fail' | 'html';
  setup: SetupState;
}

export const MOCK_ADMIN: SessionView = {
  name: 'Ines Moreau',
  email: 'ines@larkspur.example',
  role: 'admin',
  demo: true,
};

/** The one password that the stand-in accepts. */
export const MOCK_PASSWORD = 'correct horse battery';

export function initialState(now: Date): MockState {
  return {
    session: MOCK_ADMIN,
    drafts: sampleDrafts(now),
    users: [
      { id: 'u1', name: MOCK_ADMIN.name, email: MOCK_ADMIN.email, role: 'admin' },
      { id: 'u2', name: 'Tomas Berg', email: 'tomas@larkspur.example', role: 'viewer' },
      {
        id: 'u3',
        name: 'Екатерина Воронцова',
        email: 'ekaterina.vorontsova-dashkevich@larkspur.example',
        role: 'viewer',
      },
    ],
    accounts: [{ connector: 'zendesk', account: 'larkspur' }],
    policies: [
      {
        connector: 'zendesk',
        account: 'larkspur',
        policy: {
          privacy: {
            allow: ['Larkspur', 'Larkspur Lights GmbH', 'help@larkspur.example', '+44 20 7946 0018'],
            deny: ['Project Nightjar'],
            regions: ['GB', 'DE', 'RU'],
            surrogates: 'placeholders',
          },
          truth: { unsupported: 'mark', allowedLinks: ['help.larkspur.example'], secondOpinion: false },
        },
        revision: 3,
        updatedAt: new Date(now.getTime() - 26 * 3_600_000).toISOString(),
        updatedBy: 'Ines Moreau',
      },
      {
        connector: 'zendesk',
        account: 'larkspur-outlet',
        policy: DEFAULT_POLICY,
        revision: 0,
        updatedAt: null,
        updatedBy: null,
      },
      {
        ...{ connector: 'hubspot', account: '4471190', policy: DEFAULT_POLICY },
        ...{ revision: 0, updatedAt: null, updatedBy: null },
      },
    ],
    ...sampleRules(now),
    connections: sampleConnections(now),
    acceptance: sampleAcceptance,
    proposals: sampleProposals(now),
    audit: sampleAudit(now),
    mood: 'normal',
    setup: { valid: true },
  };
}
