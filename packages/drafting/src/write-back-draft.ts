import type { Connection, Draft, DraftContext, WriteBack } from '@draftsmith/contracts';
import { AppError, toAppError } from '@draftsmith/errors';
import type { Finished } from './draft-end.ts';
import { messageKeyOf } from './draft-id.ts';
import { attachmentsOf } from './question.ts';
import { toDraft, type WrittenDraft } from './written-draft.ts';

/** Leaves the draft in the source system, and says what came of it. */
export async function writeBackDraft(
  connection: Pick<Connection, 'writeBack'>,
  context: DraftContext,
  written: WrittenDraft,
  signal: AbortSignal,
): Promise<Finished> {
  const draft = toDraft(written);
  if (!draft) throw new AppError('invalid', 'The stored draft is not whole', { code: 'drafts.incomplete' });
  try {
    const receipt = await connection.writeBack(toWriteBack(context, draft), signal);
    if (receipt.kind === 'stale')
      return { ...written, outcome: { kind: 'skipped', reason: 'stale', detail: receipt.detail } };
    const { artefactId, auditId } = receipt.location;
    return { ...written, artefactId, auditId: auditId ?? null, outcome: { kind: 'drafted' } };
  } catch (thrown) {
    const reason = goneReason(toAppError(thrown));
    if (!reason) throw thrown;
    return { ...written, outcome: { kind: 'skipped', reason } };
  }
}

/** A draft on its way into the source system, whoever writes it there. */
export function toWriteBack(context: DraftContext, draft: Draft): WriteBack {
  const { resource, revision, freshness } = context;
  const attachments = attachmentsOf(context);
  return {
    resource,
    draft,
    idempotencyKey: messageKeyOf(context),
    context: { revision, freshness },
    ...(attachments.length > 0 && { attachments }),
  };
}

/**
 * The resource was closed or deleted while the draft was being written: nothing is wrong, and nothing is left to do. A
 * bare `not-found` is not enough: a proxy's 404 says nothing about the resource.
 */
function goneReason({ code }: AppError): 'closed' | 'deleted' | undefined {
  if (code === 'resource-closed') return 'closed';
  return code === 'resource-gone' ? 'deleted' : undefined;
}
