import type { Orm } from '@draftsmith/database';
import { sql } from 'drizzle-orm';

/**
 * What PostgreSQL has of its own, to compare with: its stemmers, any of the question's words, ordered by `ts_rank`.
 * @param language ISO 639-1
 */
export async function searchByTsRank(orm: Orm, language: string, question: string, limit: number): Promise<string[]> {
  const config = CONFIGS[language] ?? 'simple';
  const { rows } = (await orm.execute(sql`
    with q as (select replace(plainto_tsquery(${config}::regconfig, ${question})::text, '&', '|')::tsquery as query)
    select id from plain_articles, q where language = ${language} and tsv @@ query
    order by ts_rank(tsv, query) desc, id limit ${limit}`)) as unknown as { rows: { id: string }[] };
  return rows.map(({ id }) => id);
}

const CONFIGS: Readonly<Record<string, string>> = { en: 'english', de: 'german', ru: 'russian', es: 'spanish' };

export async function indexForTsRank(orm: Orm): Promise<void> {
  await orm.execute(sql`
    create table plain_articles as
    select d.source_id as id, left(d.locale, 2) as language,
      setweight(to_tsvector(case left(d.locale, 2) when 'en' then 'english' when 'de' then 'german'
        when 'ru' then 'russian' else 'spanish' end::regconfig, d.title), 'A')
      || to_tsvector(case left(d.locale, 2) when 'en' then 'english' when 'de' then 'german'
        when 'ru' then 'russian' else 'spanish' end::regconfig, string_agg(p.text, ' ' order by p.id)) as tsv
    from library_documents d join library_passages p on p.document_id = d.id group by d.id`);
  await orm.execute(sql`create index on plain_articles using gin (tsv)`);
  await orm.execute(sql`analyze plain_articles`);
}
