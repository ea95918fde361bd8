import type { ValidateFunction } from 'ajv/dist/2020.js';
import type { JsonSchema } from '../contract/request.ts';
import { toProblem, validatorOf } from './check-output.ts';
import { findJson } from './find-json.ts';

export type ReadOutput =
  | { data: unknown }
  /** Sentences for the model; they may hold its own words. */
  | {
      problems: readonly string[];
      /** Where in the schema it says so, e.g. `#/properties/price/type`: no word of the model, so for anybody. */
      rules: readonly string[];
    };

const MOST_PROBLEMS = 10;

/**
 * The JSON in a model's answer, when it satisfies the schema. Text around it is passed over: models explain themselves.
 * @throws AppError `invalid` with code `llm.schema` for a schema that cannot be used
 */
export function readOutput(text: string, schema: JsonSchema): ReadOutput {
  const validate = validatorOf(schema);
  let found: Exclude<ReadOutput, { data: unknown }> | undefined;
  for (const data of findJson(text)) {
    const wrong = problemsOf(data, validate);
    if (!wrong) return { data };
    // A list such as [1] is rather a footnote than the attempt that the model is to be told about.
    if (!found || !Array.isArray(data)) found = wrong;
  }
  return found ?? { problems: ['The answer holds no JSON that can be read'], rules: [] };
}

function problemsOf(data: unknown, validate: ValidateFunction): Exclude<ReadOutput, { data: unknown }> | undefined {
  try {
    if (validate(data)) return undefined;
  } catch {
    // A schema that holds itself goes as deep as the answer does, and the stack does not.
    return { problems: ['The answer is nested too deeply to be checked'], rules: [] };
  }
  const most = (sentences: readonly string[] = []) => [...new Set(sentences)].slice(0, MOST_PROBLEMS);
  return {
    problems: most(validate.errors?.map(toProblem)),
    rules: most(validate.errors?.map(({ schemaPath }) => schemaPath)),
  };
}
