import { escapeHtml, toFragment } from './sanitise.js';

export const COMMENT_TYPES = { publicReply: 'Public reply', internalNote: 'Internal note' };

/** The reply editor: rich text, an own caret that outlives a click into the app, and a public or internal side. */
export function createComposer({ onChange, onSubmit }) {
  const element = document.createElement('section');
  element.className = 'composer';
  element.innerHTML = `
    <label>Reply as <select>${Object.entries(COMMENT_TYPES)
      .map(([value, title]) => `<option value="${value}">${title}</option>`)
      .join('')}</select></label>
    <div class="editor" contenteditable="true" role="textbox" aria-multiline="true"></div>
    <button type="button" class="submit">Submit</button>`;
  const [type, editor, submit] = ['select', '.editor', '.submit'].map((selector) => element.querySelector(selector));

  let caret;
  document.addEventListener('selectionchange', () => {
    const selection = getSelection();
    const range = selection?.rangeCount ? selection.getRangeAt(0) : undefined;
    if (range && editor.contains(range.commonAncestorContainer)) caret = range.cloneRange();
  });

  function isEmpty() {
    return editor.textContent.trim() === '' && !editor.querySelector('img');
  }

  function showType() {
    element.dataset.type = type.value;
    editor.setAttribute('aria-label', COMMENT_TYPES[type.value]);
  }

  function insertAt(range, html) {
    const fragment = toFragment(html);
    const last = fragment.lastChild;
    range.deleteContents();
    range.insertNode(fragment);
    if (last) range.setStartAfter(last);
    range.collapse(true);
    caret = range.cloneRange();
    onChange();
  }

  function atEnd() {
    const range = document.createRange();
    range.selectNodeContents(editor);
    range.collapse(false);
    return range;
  }

  editor.addEventListener('input', onChange);
  type.addEventListener('change', () => {
    showType();
    onChange();
  });
  submit.addEventListener('click', () => {
    if (!isEmpty()) onSubmit({ html: editor.innerHTML, public: type.value === 'publicReply' });
  });
  showType();

  return {
    element,
    html: () => (isEmpty() ? '' : editor.innerHTML),
    // biome-ignore lint/performance/useDomNodeTextContent: line breaks count
    plain: () => editor.innerText,
    type: () => type.value,
    setType(value) {
      if (!(value in COMMENT_TYPES)) throw new Error(`ticket.comment.type cannot be ${value}`);
      type.value = value;
      showType();
    },
    /** Puts it in the place of everything. */
    replace(html) {
      editor.replaceChildren(toFragment(html));
      caret = undefined;
      onChange();
    },
    insert: (html) => insertAt(caret && editor.contains(caret.startContainer) ? caret : atEnd(), html),
    append: (html) => insertAt(atEnd(), html),
    appendText: (text) => insertAt(atEnd(), escapeHtml(text).replaceAll('\n', '<br>')),
  };
}
