/** The parts of ranking, for searches that keep their passages elsewhere. */
export type { AnalysedPassage } from './analyse.ts';
export { confidence } from './confidence.ts';
export { fused, type WeightedRanking } from './fused.ts';
export { type Hit, interleaved, toPassage } from './hit.ts';
export { ngrams } from './ngrams.ts';
export { namesAnotherProduct } from './product-names.ts';
export { type Query, type QueryTerm, toQuery } from './query.ts';
export { sentences } from './sentences.ts';
export { type Token, tokenize } from './tokens.ts';
export { createTopics, type Mention, type Topics, tellingStems, topicOf } from './topics.ts';
export { type WeightedToken, weightedTokens } from './weighted-tokens.ts';
