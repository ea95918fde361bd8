import type { AttachProposal, ProposalRequest, ProposalSettings } from '@draftsmith/contracts';
import { formatMoney } from '@draftsmith/pricing';
import { approvalOf } from '../approval.ts';
import { keyOf, type Write } from '../store/write-store.ts';
import { languageOf } from '../template-choice.ts';
import { renderedOf } from '../view.ts';
import { taskOf } from './approval-task.ts';
import { filesOf } from './documents.ts';
import { refuseOutdated } from './outdated.ts';
import { prove } from './prove.ts';
import { type Base, baseOf, templateOf, type Work } from './work.ts';

type Asked = ProposalRequest & { what: 'attach' };

/** Documents of a stored version, on the deal. Killed anywhere and run again there is one file of each name, and one note. */
export async function attach(work: Work, { version: number, confirmed }: Asked): Promise<number> {
  const { deps, operation, deals, settings, writes, signal } = work;
  await work.step('rendering');
  const base = await baseOf(work, number);
  if (!confirmed) await refuseOutdated(work, base, 'attach');
  const approval = approvalOf({ ...base.row, writes: await writes.of(operation.proposalId), settings });
  // All of it stands there.
  if (approval === 'asked') return number;
  const asksApproval = approval === 'missing';
  const template = await templateOf(work, base.words);
  prove(base.words, template);
  const files = await filesOf(deps.documents, { words: base.words, template, number, hash: base.row.hash });

  const approver = asksApproval ? await approverOf(work) : undefined;
  await work.step('filing');
  const { proposalId, resource, userId } = operation;
  // A note from before there was a threshold asks nobody: then there is another one.
  const idempotencyKey = keyOf(resource, base.row, asksApproval ? 'attach-asking' : 'attach');
  const write: Write = { proposalId, number, kind: 'attach', idempotencyKey, asksApproval };
  await writes.begin(write);
  const note = noteOf(base, { settings, number, ...(asksApproval && { approval: { approver } }) });
  const receipt = await deals.attach(
    { resource, idempotencyKey, files, note, ...(userId !== null && { userId }) },
    signal,
  );
  await writes.done(write, { artefactIds: [receipt.noteId, ...receipt.fileIds], url: receipt.url });
  if (asksApproval && settings.approver !== '') await askApproval(work, base);
  return number;
}

async function askApproval({ operation, deals, settings, writes, signal, step }: Work, { row, words }: Base) {
  await step('noting');
  const { proposalId, resource, createdAt } = operation;
  const idempotencyKey = keyOf(resource, row, 'approval');
  const write: Write = { proposalId, number: row.number, kind: 'approval', idempotencyKey };
  await writes.begin(write);
  const asked = taskOf({
    ...{ language: noteLanguage(settings), title: words.content.title, total: row.total, number: row.number },
    ...{ above: aboveOf(words, settings), from: createdAt },
  });
  const { taskId } = await deals.askApproval(
    { resource, idempotencyKey, approver: settings.approver, ...asked },
    signal,
  );
  await writes.done(write, { artefactIds: [taskId] });
}

/** Their name, for the note: nothing fails when nobody says it. */
async function approverOf({ deals, settings, signal }: Work): Promise<string | undefined> {
  if (settings.approver === '') return undefined;
  const owners = await deals.owners(signal).catch(() => []);
  return owners.find(({ id }) => id === settings.approver)?.name;
}

interface Noting {
  settings: ProposalSettings;
  number: number;
  approval?: { approver: string | undefined };
}

function noteOf({ row, words }: Base, { settings, number, approval }: Noting): AttachProposal['note'] {
  const { content, byName } = words;
  const sources = new Map(content.sources.map((source) => [source.id, source]));
  const summary = renderedOf(words).find(({ kind }) => kind === 'summary')?.paragraphs ?? [];
  return {
    ...{ language: noteLanguage(settings), version: number, title: content.title, total: row.total },
    ...{ modelWritten: row.modelWritten, model: row.model },
    ...(byName !== null && { byName }),
    summary: summary.map(({ text, sources: ids }) => ({
      text,
      sources: ids.flatMap((id) => {
        const source = sources.get(id);
        return source ? [{ title: source.title, ...(source.url !== undefined && { url: source.url }) }] : [];
      }),
    })),
    ...(approval && {
      approval: {
        above: aboveOf(words, settings),
        ...(approval.approver !== undefined && { approver: approval.approver }),
      },
    }),
  };
}

/** The note is for colleagues: it is written in the company's language, not in the customer's. */
function noteLanguage({ locales }: ProposalSettings): 'en' | 'ru' {
  return languageOf(locales[0] ?? 'en') === 'ru' ? 'ru' : 'en';
}

function aboveOf({ content }: Base['words'], settings: ProposalSettings): string {
  return formatMoney(settings.approvalAbove, content.prices.currency, settings.locales[0] ?? content.locale);
}
