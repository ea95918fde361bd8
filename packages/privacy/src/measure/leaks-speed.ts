import type { KnownPerson } from '@draftsmith/contracts';
import { createRedactor } from '../redactor.ts';

const PERSON: KnownPerson = {
  name: 'Anna Schmidt',
  email: 'anna.schmidt@mail.example',
  phone: '+49 30 5550 1234',
  organization: 'Nordlicht Räder GmbH',
  addresses: ['Hauptstraße 5, 10115 Berlin'],
  accounts: ['K-2231'],
};
const SENTENCE = 'Where is parcel 48213? It was to come on 3 May, and nobody told me that it would not. ';
const [ROUNDS, REPEATS] = [40, 25];

/** Milliseconds that a leak check of one JSON payload takes: the median of many rounds. */
export function leakCheckMs(bytes: number): number {
  const redactor = createRedactor([PERSON]);
  const content = SENTENCE.repeat(Math.ceil(bytes / SENTENCE.length)).slice(0, bytes);
  const payload = JSON.stringify({ model: 'a-model', messages: [{ role: 'user', content }] });
  const rounds = Array.from({ length: ROUNDS }, () => {
    const start = performance.now();
    for (let i = 0; i < REPEATS; i++) redactor.leaks(payload);
    return (performance.now() - start) / REPEATS;
  });
  return rounds.sort((a, b) => a - b)[ROUNDS / 2] ?? 0;
}
