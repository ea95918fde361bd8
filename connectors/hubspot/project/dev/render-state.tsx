import { LoadingSpinner } from '@hubspot/ui-extensions';
import { type HostedCard, hostCard } from '../src/testing/hosted-card.tsx';
import { outlineOf } from './outline-of.ts';
import { STATES } from './states.ts';

/** The card in one of its states, as plain text. */
export async function renderState(name: string, language: string): Promise<string> {
  const state = STATES[name];
  if (!state) throw new Error(`There is no state ${name}; there are ${Object.keys(STATES).join(', ')}`);
  const card = hostCard(state.server(), {
    user: { language, locale: language },
    ...(state.variables && { variables: state.variables }),
  });
  await still(card);
  await state.steps?.(card);
  await still(card);
  return outlineOf(card.root());
}

/** Everything that was asked for is there; what a server works on goes on by itself. */
async function still(card: HostedCard): Promise<void> {
  let before = '';
  await card.until(() => {
    const now = card.root().toString();
    const centred = card.maybeFind(LoadingSpinner, { layout: 'centered' });
    const same = now === before;
    before = now;
    if (!same || centred) throw new Error('It still changes');
  });
}
