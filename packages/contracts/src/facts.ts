/** What rules and figures go by: identifiers and words of the source system's own, never personal data. */
export interface ResourceFacts {
  /** Identifiers as the source system gives them; absent where it has none. */
  brand?: string;
  group?: string;
  form?: string;
  /** The agent who has it. */
  assignee?: string;
  /** How the customer wrote: `email`, `web`, `chat` ... in the source system's word. */
  channel?: string;
  tags: readonly string[];
  /** Public replies of staff so far. */
  replies: number;
  /** ISO-8601: when the message that waits for an answer was written; absent when none waits. */
  askedAt?: string;
}

/** One value that a rule can name, with the name that people know it by. */
export interface Choice {
  id: string;
  name: string;
}

/** What an admin picks from when writing rules; read from the source system, at most some hundreds each. */
export interface RuleChoices {
  brands: readonly Choice[];
  groups: readonly Choice[];
  forms: readonly Choice[];
  channels: readonly Choice[];
  tags: readonly Choice[];
  agents: readonly Choice[];
}
