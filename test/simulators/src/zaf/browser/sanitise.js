/** Parses HTML and drops what could run: what customers and apps write comes in here. */
export function toFragment(html) {
  // A template runs nothing and, unlike a parsed page, keeps spaces at both ends.
  const template = document.createElement('template');
  template.innerHTML = html;
  const { content } = template;
  for (const element of content.querySelectorAll('script,style,iframe,object,embed,link,meta,form')) element.remove();
  for (const element of content.querySelectorAll('*')) {
    for (const { name, value } of [...element.attributes]) {
      if (/^on/i.test(name) || /^\s*javascript:/i.test(value)) element.removeAttribute(name);
    }
  }
  return content;
}

export function escapeHtml(text) {
  return text.replace(/[&<>"]/g, (letter) => `&#${letter.charCodeAt(0)};`);
}
