import { toFragment } from './sanitise.js';

/** What was said, oldest first; internal notes stand out. */
export function createConversation() {
  const element = document.createElement('section');
  element.className = 'conversation';
  element.setAttribute('aria-label', 'Conversation');

  function toArticle({ author, value, public: isPublic }) {
    const article = document.createElement('article');
    article.dataset.kind = isPublic ? 'public' : 'internal';
    const name = document.createElement('h2');
    name.textContent = `${author?.name ?? 'Somebody'}${isPublic ? '' : ' (internal note)'}`;
    article.append(name, toFragment(value));
    return article;
  }

  return {
    element,
    show({ subject, status, requester, comments }) {
      const title = document.createElement('h1');
      title.textContent = subject;
      const line = document.createElement('p');
      line.className = 'facts';
      line.textContent = `${requester.name} - ${status}`;
      element.replaceChildren(title, line, ...comments.map(toArticle));
      element.scrollTop = element.scrollHeight;
    },
  };
}
