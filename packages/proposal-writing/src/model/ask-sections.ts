import {
  DEFAULT_POLICY,
  type KnownPerson,
  type Passage,
  type ProposalParagraph,
  type ProseSectionKind,
} from '@draftsmith/contracts';
import { guardOf, redactorOf, turn } from '@draftsmith/drafting';
import type { Completion, CompletionRequest, NoCompletion } from '@draftsmith/llm';
import { writtenLanguage } from '@draftsmith/pricing';
import type { Unanswered, WritingDeps } from '../input.ts';
import type { OwnInput } from '../own/own-section.ts';
import { ANSWER, readAnswer } from './answer.ts';
import { containProse } from './contain-prose.ts';
import { instructionsFor, materialFor, type Prompt } from './prompt.ts';

export type Asked =
  | {
      kind: 'answered';
      sections: ReadonlyMap<ProseSectionKind, ProposalParagraph[]>;
      /** Sentences that were taken out for an address in them. */
      contained: ReadonlyMap<ProseSectionKind, number>;
      completion: Completion;
    }
  | { kind: 'unanswered'; why: Unanswered; answer: Completion | NoCompletion };

/** Of one section: some 400 words, in a language that takes two tokens for one. */
const TOKENS_EACH = 1_200;

/** Sections from a model, as redacted, guarded, paid and bounded as a reply is; not yet locked. */
export async function askSections(prompt: Prompt, deps: WritingDeps): Promise<Asked> {
  const { input, kinds } = prompt;
  const { deal, policy = DEFAULT_POLICY, signal, reference } = input;
  const language = writtenLanguage(input.locale);
  const instructions = instructionsFor(prompt);
  const passages = ownTexts(input);
  const [customer = {}, ...people] = knownPeople(input);
  const texts: string[] = [];
  materialFor(prompt, (text) => {
    texts.push(text);
    return text;
  });
  await turn();
  const redactor = await redactorOf({
    ...{ context: { customer, people }, passages, policy, language, texts },
    recogniser: deps.recogniser,
  });
  const request: CompletionRequest = {
    ...{ purpose: 'proposal', account: deal.resource.account, connector: deal.resource.connector },
    ...(input.user !== undefined && { user: input.user }),
    instructions,
    messages: [{ role: 'user', text: materialFor(prompt, redactor.redact) }],
    maxOutputTokens: TOKENS_EACH * kinds.length,
    output: ANSWER,
    guard: guardOf(redactor, instructions),
  };
  const result = await deps.complete(request, { ...(signal && { signal }), ...(reference && { reference }) });
  if (result.kind !== 'answered') return { kind: 'unanswered', why: whyOf(result), answer: result };
  const { completion } = result;
  if (!completion.modelWritten) return { kind: 'unanswered', why: 'no-model', answer: completion };
  await turn();
  const answer = readAnswer(completion.data, prompt.activities);
  if (!answer) return { kind: 'unanswered', why: 'unavailable', answer: completion };
  const bounds = { language, passages, policy, customer, instructions };
  const contained = new Map<ProseSectionKind, number>();
  const sections = new Map(
    [...answer].map(([kind, paragraphs]) => {
      const restored = paragraphs.map((paragraph) => ({
        ...paragraph,
        text: redactor.restoreReadably(paragraph.text, language),
      }));
      const within = containProse(restored, bounds);
      contained.set(kind, within.refused);
      return [kind, within.paragraphs];
    }),
  );
  return { kind: 'answered', sections, contained, completion };
}

/** The best recogniser that redaction has; whom it is for comes first. */
function knownPeople({ deal: { contacts, company, owner } }: OwnInput): KnownPerson[] {
  const organization = company && { organization: company.name };
  const people = contacts.map((contact) => ({ ...organization, ...contact }));
  return [...people, ...(people.length === 0 && organization ? [organization] : []), ...(owner ? [owner] : [])];
}

/** What the company says anyway: the words in it are nobody's data. */
function ownTexts({ prices, template, settings }: OwnInput): Passage[] {
  const items = prices.lines.flatMap(({ name, description = '' }) => [name, description]);
  const texts = [
    ...items,
    template.terms,
    template.nextSteps,
    ...settings.houseRules,
    settings.company,
    settings.footer,
  ];
  return texts
    .filter((text) => text.trim() !== '')
    .map((text) => ({
      ...{ sourceId: 'own', sourceTitle: '', sourceKind: 'macro', visibility: 'public', confidence: 1 },
      text,
    }));
}

const WITHOUT_MODEL: ReadonlySet<string> = new Set(['offline', 'canned']);

function whyOf({ kind, code, attempts, skipped, retryable }: NoCompletion): Unanswered {
  if (kind === 'refused') return 'refused';
  if (kind === 'stopped') return 'budget';
  if (code === 'llm.leak' || code === 'llm.leak-check') return 'leak';
  const nobody = attempts.every(({ provider }) => WITHOUT_MODEL.has(provider)) && skipped.length === 0;
  return nobody && !retryable ? 'no-model' : 'unavailable';
}
