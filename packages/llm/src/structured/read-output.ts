import type { JsonSchema } from '../contract/request.ts';
import { toProblem, validatorOf } from './check-output.ts';
import { findJson } from './find-json.ts';

export type ReadOutput =
  | { data: unknown }
  /** Sentences for the model; they may hold its own words. */
  | { problems: readonly string[] };

const MOST_PROBLEMS = 10;

/**
 * The JSON in a model's answer, when it satisfies the schema. Text around it is passed over: models explain themselves.
 * @throws AppError `invalid` with code `llm.schema` for a schema that cannot be used
 */
export function readOutput(text: string, schema: JsonSchema): ReadOutput {
  const validate = validatorOf(schema);
  let problems: readonly string[] | undefined;
  for (const data of findJson(text)) {
    if (validate(data)) return { data };
    // A list such as [1] is rather a footnote than the attempt that the model is to be told about.
    if (!problems || !Array.isArray(data)) problems = [...new Set(validate.errors?.map(toProblem))];
  }
  return { problems: problems?.slice(0, MOST_PROBLEMS) ?? ['The answer holds no JSON that can be read'] };
}
