import type { DraftDetail, SessionView } from '@draftsmith/contracts';
import type { AccountView, SetupState, UserView } from '../api/endpoints.ts';
import { sampleDrafts } from './sample-drafts.ts';

/** What the stand-in answers; every field may be changed while it runs. */
export interface MockState {
  session: SessionView | null;
  drafts: DraftDetail[];
  users: UserView[];
  accounts: AccountView[];
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
    mood: 'normal',
    setup: { valid: true },
  };
}
