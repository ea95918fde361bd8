import type { AccountPolicy, DraftContext, Evidence, KnownPerson, Passage } from '@draftsmith/contracts';
import type { CheckOptions, GroundingSource, SourceSpan } from '@draftsmith/grounding';
import { STEER } from './agent-wish.ts';
import { type PageNames, pageNamesOf } from './page-names.ts';
import { quoteAround } from './quote-around.ts';

/** What the statements of one draft may rest on. */
export interface Grounds {
  sources: readonly GroundingSource[];
  options: CheckOptions;
  names: PageNames;
  /** The place as a person is shown it. */
  evidenceAt(span: SourceSpan): Evidence | undefined;
}

/** A prompt holds no more of a conversation, so a draft can repeat no more. */
const MAX_TURNS = 16;
const MAX_TURN_LENGTH = 8_000;

/**
 * The passages that the draft was written from, and what was said in the ticket itself; the latter supports what the
 * draft repeats of it, never a promise. Internal notes support nothing: a customer must not read them.
 *
 * @param signature closes the draft
 * @param steer what the agent who sends it vouches for
 */
export function groundsOf({
  context,
  passages,
  signature,
  policy,
  steer,
}: {
  context: DraftContext;
  passages: readonly Passage[];
  signature?: string | undefined;
  policy: AccountPolicy;
  steer?: string | undefined;
}): Grounds {
  const origins = new Map<string, { source: GroundingSource; evidence: Omit<Evidence, 'quote'> }>();
  // Several passages of one article are several sources here.
  const numbered = passages.map((passage, at) => [`passage-${at + 1}`, passage] as const);
  for (const [id, passage] of numbered) {
    const { sourceId, sourceTitle, heading, text, locale, url, visibility } = passage;
    const title = heading ? `${sourceTitle}: ${heading}` : sourceTitle;
    origins.set(id, {
      source: { id, text, title, ...(locale && { locale }) },
      evidence: { sourceId, title, visibility, ...(url && { url }) },
    });
  }
  // The page itself may be named, and nothing below it.
  for (const [at, passage] of onePerPage(passages).entries()) {
    const id = `page-${at + 1}`;
    const { sourceId, sourceTitle, url, visibility, locale } = passage;
    origins.set(id, {
      source: { id, text: url, ...(locale && { locale }) },
      evidence: { sourceId, title: sourceTitle, visibility, url },
    });
  }
  for (const [at, text] of said(context).entries()) {
    const id = `said-${at + 1}`;
    origins.set(id, {
      source: { id, text, kind: 'conversation' },
      evidence: { sourceId: id, title: '', visibility: 'conversation' },
    });
  }
  // Staff may state what no article does ("the refund was sent"); people see that it is the agent's word.
  if (steer)
    origins.set(STEER, {
      source: { id: STEER, text: steer },
      evidence: { sourceId: STEER, title: '', visibility: 'conversation' },
    });
  return {
    sources: [...origins.values()].map(({ source }) => source),
    options: { allowedLinks: policy.truth.allowedLinks, allowedNames: namesIn(context, policy, signature) },
    names: pageNamesOf(numbered),
    evidenceAt(span) {
      const origin = origins.get(span.id);
      return origin && { ...origin.evidence, quote: quoteAround(origin.source, span) };
    },
  };
}

type OnlinePassage = Passage & { url: string };

function onePerPage(passages: readonly Passage[]): OnlinePassage[] {
  const online = passages.filter((passage): passage is OnlinePassage => passage.url !== undefined);
  return [...new Map(online.map((passage) => [passage.url, passage])).values()];
}

function said({ subject, turns }: DraftContext): string[] {
  const open = turns.filter(({ role }) => role !== 'internal-note').slice(-MAX_TURNS);
  return [subject, ...open.map(({ text }) => text.slice(0, MAX_TURN_LENGTH))].filter((text) => text.trim() !== '');
}

/** Whom a letter may address, name and be signed by, whatever the sources say. */
function namesIn(
  { customer, people, turns, resource }: DraftContext,
  { privacy }: AccountPolicy,
  signature: string | undefined,
): string[] {
  const known = [customer, ...people].flatMap(({ name, organization, aliases = [] }: KnownPerson) => [
    name,
    organization,
    ...aliases,
  ]);
  const authors = turns.filter(({ role }) => role !== 'internal-note').map(({ authorName }) => authorName);
  const all = [...known, ...authors, ...(signature?.split('\n') ?? []), resource.account, ...privacy.allow];
  return [...new Set(all.filter((name) => name !== undefined && name.trim() !== ''))] as string[];
}
