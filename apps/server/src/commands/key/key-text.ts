import type { KeyLine, KeyReport } from '../../secrets/describe-keys.ts';
import type { OpenedRing } from '../../secrets/open-key-ring.ts';
import type { Rotation } from '../../secrets/rotate-keys.ts';
import { textTable, wrapped } from '../text-table.ts';

const ROLES: Record<KeyLine['role'], string> = {
  seals: 'seals and opens',
  opens: 'opens only',
  missing: 'is not here',
};

export function keysText({ from, keys, unsealed }: KeyReport, width: number): string[] {
  const { lines } = textTable<KeyLine>(
    [
      { title: 'key', cell: ({ id }) => id },
      { title: 'made (UTC)', cell: ({ madeAt, role }) => madeAtOf(madeAt, role, from) },
      { title: 'use', cell: ({ role }) => ROLES[role] },
      { title: 'needed by', cell: ({ needed }) => (needed === null ? '?' : needed.toLocaleString('en')), right: true },
    ],
    keys,
    { width },
  );
  const remarks: string[] = [];
  if (unsealed === null)
    remarks.push('What needs each key is not known: there is no database yet, or a Draftsmith is using it.');
  if (unsealed) remarks.push(`${entries(unsealed)} not sealed yet: the next start does it, or draftsmith key rotate.`);
  if (keys.some(({ role }) => role === 'missing'))
    remarks.push(
      'What needs a key that is not here cannot be read: put that key back from a backup of keys.json or of the setting.',
    );
  return [...lines, ...remarks.flatMap((remark) => ['', ...wrapped(remark, width)])];
}

function madeAtOf(madeAt: string | null, role: KeyLine['role'], from: KeyReport['from']): string {
  if (madeAt !== null) return madeAt.slice(0, 16).replace('T', ' ');
  return from === 'settings' && role !== 'missing' ? 'in DRAFTSMITH_KEYS' : 'unknown';
}

/** What was done, and what is left to do. */
export function rotationText(
  { key, how, resealed, damaged }: Rotation,
  { from, ring }: OpenedRing,
  width: number,
): string[] {
  const began = {
    made: `A new key, ${key}, seals from now on.`,
    continued: `Not everything was sealed with the key ${key}: it is now. For another key, run this again.`,
    given: `DRAFTSMITH_KEYS begins with the key ${key}: it seals.`,
  }[how];
  const done = `${entries(resealed)} sealed with it again.`;
  const broken =
    damaged > 0 && `${entries(damaged)} changed by somebody or sealed with a key that is not here, and left alone.`;
  const next = from === 'file' ? NEXT_FILE : ring.keys().length > 1 ? NEXT_SETTINGS : NEW_SETTINGS;
  return [began, done, broken, next].filter((line) => line !== false).flatMap((line) => wrapped(line, width));
}

const NEXT_FILE =
  'Back up keys.json. Older backups of the database need the older keys; once they are gone: draftsmith key rotate --discard-old';
const NEXT_SETTINGS =
  'Once every process has this key first, draftsmith key rotate --discard-old tells whether the others can be taken out of DRAFTSMITH_KEYS.';
const NEW_SETTINGS =
  'Keys of the settings are yours to make (openssl rand -hex 32). Put the new one behind the old one and restart every process, put it first and restart them again, then run this command again. With one process, put it first at once.';

export function discardText(ids: readonly string[], from: OpenedRing['from'], width: number): string[] {
  const keys = `${ids.length === 1 ? 'the key' : 'the keys'} ${ids.join(', ')}`;
  if (ids.length === 0) return wrapped('There is one key only: nothing to discard.', width);
  return wrapped(
    from === 'file'
      ? `Nothing opens with ${keys} any more: discarded. Copies of keys.json from before still hold it.`
      : `Nothing stored needs ${keys} any more: take it out of DRAFTSMITH_KEYS in every process. Older backups of the database still need it.`,
    width,
  );
}

/** @param lost names of secrets */
export function lossText(lost: readonly string[], done: boolean, width: number): string[] {
  if (lost.length === 0) return wrapped('Every secret opens with the keys here: nothing is to be given up.', width);
  const names = `${lost.length === 1 ? '1 secret' : `${lost.length} secrets`} (${lost.join(', ')})`;
  const meaning =
    'Drafts and proposals from before stay listed without words, export and erase find nobody in them by name, and source systems whose tokens are among the secrets are to be connected again.';
  const lines = done
    ? [`Given up: ${names}.`, meaning]
    : [
        `${names} would be given up; no key here opens them.`,
        meaning,
        'If the keys are lost for good: draftsmith key accept-loss --yes',
      ];
  return lines.flatMap((line) => wrapped(line, width));
}

function entries(n: number): string {
  return n === 1 ? '1 draft, proposal or secret is' : `${n.toLocaleString('en')} drafts, proposals and secrets are`;
}
