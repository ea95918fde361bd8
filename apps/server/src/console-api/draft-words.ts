import type { drafts } from '@draftsmith/database/schema';
import { type DraftAbout, type DraftContent, openAbout, openContent } from '@draftsmith/drafting';
import { isAppError } from '@draftsmith/errors';
import type { Sealer } from '@draftsmith/sealing';

type StoredDraft = typeof drafts.$inferSelect;

/** @returns undefined when its key is gone or it was changed: one such draft must not hide the others */
export function readAbout(sealer: Sealer, row: Pick<StoredDraft, 'id' | 'about'>): DraftAbout | undefined {
  return readable(() => openAbout(sealer, row));
}

/** @returns undefined when its key is gone or it was changed */
export function readContent(sealer: Sealer, row: Pick<StoredDraft, 'id' | 'content'>): DraftContent | undefined {
  return readable(() => openContent(sealer, row));
}

function readable<Words>(open: () => Words): Words | undefined {
  try {
    return open();
  } catch (error) {
    if (isAppError(error)) return undefined;
    throw error;
  }
}
