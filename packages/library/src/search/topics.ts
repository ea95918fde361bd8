import type { Orm } from '@draftsmith/database';
import { createTopics, type Mention, tellingStems } from '@draftsmith/knowledge/ranking';
import { sql } from 'drizzle-orm';
import { shelved } from '../store/words.ts';
import type { Frequencies, Shelf } from './shelf.ts';

const MOST_TOPICS = 3;
/** Passages that make a beginning of titles a topic. */
const SHARED_BY = 2;
/** Names that share a word with the conversation; beyond these it is a word that all of them have. */
const MOST_NAMES = 2_000;

/** Which of the shelf's topics a conversation names. */
export async function findMentions(
  orm: Orm,
  shelf: Shelf,
  conversation: readonly string[],
  frequencies: Frequencies,
): Promise<Mention[]> {
  const words = tellingStems(conversation.join('\n'), shelf.language);
  if (words.length === 0) return [];
  const { rows } = (await orm.execute(sql`
    select name from library_topics
    where words && array(select jsonb_array_elements_text(${JSON.stringify(words.map((word) => shelved(shelf.id, word)))}::jsonb))
      and passages >= ${SHARED_BY}
    order by passages desc, name limit ${MOST_NAMES}`)) as unknown as { rows: { name: string }[] };
  if (rows.length === 0) return [];
  const names = rows.map(({ name }) => name);
  await frequencies.learn(names.flatMap((name) => tellingStems(name, shelf.language)));
  return createTopics(names, shelf.language, frequencies.rarity).mentioned(conversation).slice(0, MOST_TOPICS);
}
