import type {
  ProposalOperation,
  ProposalSettings,
  ProposalVersionSummary,
  ProposalVersionView,
  RenderedSection,
} from '@draftsmith/contracts';
import { renderSections } from '@draftsmith/number-lock';
import { approvalOf } from './approval.ts';
import { isProse } from './edited.ts';
import { isOutdated, type Standing } from './outdated.ts';
import type { Operation } from './store/operation-store.ts';
import type { VersionRow } from './store/version-store.ts';
import type { VersionWords } from './store/version-words.ts';
import type { WriteRow } from './store/write-store.ts';

export function toOperation({ id, what, state, step, version, problem }: Operation): ProposalOperation {
  return { id, what, state, step, version, problem };
}

interface Beside {
  words: VersionWords | undefined;
  /** Of the deal. */
  writes: readonly WriteRow[];
  settings: ProposalSettings;
  /** Undefined where nobody looked at the deal. */
  standing: Standing | undefined;
}

export function toSummary(row: VersionRow, { words, writes, settings, standing }: Beside): ProposalVersionSummary {
  const { number, createdAt, how, locale, total, hash, largest } = row;
  const own = writes.filter((write) => write.number === number);
  const stands = (kind: WriteRow['kind']) => {
    const write = own.find((one) => one.kind === kind);
    return write?.doneAt ? { at: write.doneAt.toISOString(), url: write.url } : null;
  };
  const approval = approvalOf({ number, largest, writes, settings });
  return {
    ...{ number, how, locale, total, hash },
    createdAt: createdAt.toISOString(),
    byName: words?.byName ?? null,
    // As long as whoever must agree was not asked it can be attached again, which asks them.
    attached: approval === 'missing' ? null : stands('attach'),
    quoted: stands('quote'),
    outdated: words !== undefined && standing !== undefined && isOutdated(words.content, standing),
    approval: approval === 'not-needed' ? 'not-needed' : 'asked',
  };
}

export function toVersionView(row: VersionRow, words: VersionWords, beside: Beside): ProposalVersionView {
  const { provider, model, modelWritten, refused, costUsd } = row;
  const { title, prices, sources } = words.content;
  return {
    ...toSummary(row, beside),
    ...{ title, prices, sources, refused, costUsd },
    sections: renderedOf(words).map((section) => ({ ...section, editable: isProse(section.kind) })),
    writer: { provider, model, modelWritten },
  };
}

export function renderedOf({ content }: Pick<VersionWords, 'content'>): readonly RenderedSection[] {
  return renderSections(content.sections, content.facts, content.locale);
}
