/** Documents that hold a term, with how often (weighted); parallel arrays because there are many of them. */
export interface Postings {
  documents: number[];
  frequencies: number[];
}

/** Which of numbered documents hold a term. Documents are added in the order 0, 1, 2 ... */
export interface PostingLists<Term> {
  add(frequencies: ReadonlyMap<Term, number>): void;
  of(term: Term): Postings;
  /** How many documents hold the term. */
  count(term: Term): number;
}

/**
 * Up to this many documents are looked through for each term. A draft searches its ticket's own sources once, and an
 * index over every n-gram of 60 passages costs ten times such a search; from here on the index is worth it.
 */
const LOOKED_THROUGH = 500;

export function createPostingLists<Term extends string | number>(): PostingLists<Term> {
  const documents: ReadonlyMap<Term, number>[] = [];
  const index = new Map<Term, Postings>();
  let indexed = 0;

  const indexRest = () => {
    for (; indexed < documents.length; indexed++)
      for (const [term, frequency] of documents[indexed] ?? []) {
        const known = index.get(term);
        if (known) {
          known.documents.push(indexed);
          known.frequencies.push(frequency);
        } else index.set(term, { documents: [indexed], frequencies: [frequency] });
      }
  };

  const of = (term: Term): Postings => {
    if (documents.length > LOOKED_THROUGH) {
      indexRest();
      return index.get(term) ?? { documents: [], frequencies: [] };
    }
    const found: Postings = { documents: [], frequencies: [] };
    for (let document = 0; document < documents.length; document++) {
      const frequency = documents[document]?.get(term);
      if (frequency === undefined) continue;
      found.documents.push(document);
      found.frequencies.push(frequency);
    }
    return found;
  };

  return {
    add: (frequencies) => void documents.push(frequencies),
    of,
    count: (term) => of(term).documents.length,
  };
}
