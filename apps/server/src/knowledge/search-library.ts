import type { FindSimilar } from '@draftsmith/assist';
import type { LibrarySearch as SearchForDrafts } from '@draftsmith/drafting';
import type { LibrarySearch } from '@draftsmith/library';

/** What is kept of an account, as drafting searches it. */
export function searchForDrafts(library: LibrarySearch): SearchForDrafts {
  return (questions, { signal, ...where }) => {
    signal.throwIfAborted();
    return library.search(questions, where);
  };
}

/** How many similar tickets are shown beside one that nothing answered. */
const SIMILAR = 3;

export function findSimilarTickets(library: LibrarySearch): FindSimilar {
  return async (question, { except, signal, ...where }) => {
    signal.throwIfAborted();
    // What customers may not read an agent may.
    const found = await library.similar([question], { ...where, visibility: 'all', limit: SIMILAR + 1 });
    // Kept under the name of what they are; beside a ticket they are opened by its number.
    const tickets = found.map((one) => ({ ...one, id: one.id.replace(/^past-reply:/, '') }));
    return tickets.filter(({ id }) => id !== except).slice(0, SIMILAR);
  };
}
