import type { ProposalTemplateView, ProseSectionKind, TemplateFinding } from '@draftsmith/contracts';
import type { Orm } from '@draftsmith/database';

/** What a version is made with. */
export interface ProposalTemplate {
  id: string;
  revision: number;
  name: string;
  /** BCP 47; null: for every language. */
  locale: string | null;
  /** Empty: the suite's own. */
  terms: string;
  nextSteps: string;
  hints: Readonly<Partial<Record<ProseSectionKind, string>>>;
  /** A Word file; absent: the suite's own layout. */
  document?: Uint8Array;
  logo?: Uint8Array;
}

export interface TemplateChange {
  connector: string;
  account: string;
  /** Absent: a new one. */
  id?: string;
  /** That of the revision which was edited; 0 for a new one. */
  revision: number;
  /** A user's id; null for a command. */
  by: string | null;
  /** Checked here: they may come from anywhere. Absent ones stay as they are. */
  name?: unknown;
  locale?: unknown;
  terms?: unknown;
  nextSteps?: unknown;
  hints?: unknown;
  /** `null` takes it away. */
  document?: Uint8Array | null;
  logo?: Uint8Array | null;
}

/** The suite's own: always there, in every language, and never changed. */
export const STANDARD: ProposalTemplate = {
  id: 'standard',
  revision: 0,
  name: 'Standard',
  locale: null,
  terms: '',
  nextSteps: '',
  hints: {},
};

/** The same, as it is listed. */
export const STANDARD_VIEW: ProposalTemplateView = {
  ...STANDARD,
  ...{ hasDocument: false, hasLogo: false, updatedAt: new Date(0).toISOString() },
};

/** Writes down who did it, in the same transaction. */
export type RecordTemplate = (
  template: Pick<ProposalTemplateView, 'id' | 'revision'>,
  within: Pick<Orm, 'insert'>,
) => Promise<void>;

export interface Templates {
  /** The suite's own first, then by name. */
  list(connector: string, account: string): Promise<readonly ProposalTemplateView[]>;
  /**
   * @param revision absent: the newest of one that can still be chosen
   * @returns undefined for one that is not this account's
   */
  find(
    where: { connector: string; account: string },
    id: string,
    revision?: number,
  ): Promise<ProposalTemplate | undefined>;
  /**
   * @throws AppError `invalid` that says what was expected, with the findings of a Word file that cannot be used;
   *   `conflict` when somebody else changed it meanwhile; `not-found`
   */
  save(
    change: TemplateChange,
    record?: RecordTemplate,
  ): Promise<{ template: ProposalTemplateView; findings: readonly TemplateFinding[] }>;
  /** Old versions can still be made with it. */
  remove(where: { connector: string; account: string }, id: string, now: Date, record?: RecordTemplate): Promise<void>;
}
