import type { CompletionRequest } from '../../contract/request.ts';
import type { ProviderAnswer } from '../../provider.ts';
import { askForJson } from '../../structured/ask-for-json.ts';
import type { Dialect } from '../dialect.ts';
import type { Fault } from '../fault.ts';

/** For a request that is wrong; many servers do not say in what. */
const REJECTED: readonly unknown[] = [400, 422];
/** Some look for a model that knows schemas, others fail to read one; there is no status in the middle of a stream. */
const OTHERWISE: readonly unknown[] = [undefined, 404, 500, 501];
const ABOUT_THE_SCHEMA =
  /response_format|json[_ -]schema|structured output|guided decoding|(?:pars\w+|invalid|compil\w+) (?:the )?grammar|can handle the requested parameters/i;

/** For a question with a schema: a server that may reject it for this alone. */
export function withSchema<Counts extends object>(dialect: Dialect<Counts>): Dialect<Counts> {
  return { ...dialect, toError: (fault) => dialect.toError(fault) ?? (isAboutSchema(fault) ? 'no-schema' : undefined) };
}

/** The schema in words alone. */
export function inWords<Counts extends object>(dialect: Dialect<Counts>): Dialect<Counts> {
  return { ...dialect, toRequest: (request, model) => dialect.toRequest(told(request), model) };
}

export function rejectsSchema(answer: ProviderAnswer): boolean {
  return answer.kind === 'failed' && answer.error.code === 'llm.no-schema';
}

function isAboutSchema({ status, words, text }: Fault): boolean {
  if (REJECTED.includes(status)) return true;
  return OTHERWISE.includes(status) && [text, ...words].some((said) => ABOUT_THE_SCHEMA.test(said));
}

function told(request: CompletionRequest): CompletionRequest {
  const { output: _, ...rest } = askForJson(request);
  return rest;
}
