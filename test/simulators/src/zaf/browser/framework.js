/**
 * What `client.get`, `set` and `invoke` reach. A path goes step by step through what the page knows; one that leads
 * nowhere is an error among the answers, never a silent undefined.
 */
export function createFramework(tab) {
  const facts = () => ({
    ticket: {
      ...tab.ticket(),
      viewers: tab.viewers(),
      comment: comment(),
      editor: {
        targetChannel: { name: tab.composer.type() === 'publicReply' ? tab.ticket().via.channel : 'internalNote' },
      },
    },
    comment: comment(),
    currentUser: tab.agent(),
    currentAccount: tab.account(),
    colorScheme: tab.theme(),
  });
  const comment = () => ({
    text: tab.composer.html(),
    type: tab.composer.type(),
    useRichText: true,
    attachments: [],
  });

  const setters = {
    'comment.text': (value) => tab.composer.replace(String(value)),
    'comment.type': (value) => tab.composer.setType(value),
    'ticket.comment.text': (value) => tab.composer.replace(String(value)),
    'ticket.comment.type': (value) => tab.composer.setType(value),
  };

  const append = {
    appendHtml: (html) => tab.composer.append(String(html)),
    appendText: (text) => tab.composer.appendText(String(text)),
  };
  const actions = {
    'ticket.editor.insert': (html) => tab.composer.insert(String(html)),
    notify: (message, kind = 'notice', lasting = 5_000) => tab.notify(String(message), kind, lasting),
    resize: (size) => tab.resize(size ?? {}),
    routeTo: (kind, id) => {
      if (kind !== 'ticket') throw new Error(`routeTo ${kind} is not simulated`);
      tab.open(Number(id));
    },
  };
  for (const [name, action] of Object.entries(append)) {
    actions[`ticket.comment.${name}`] = action;
    actions[`comment.${name}`] = action;
  }

  function read(path) {
    let value = facts();
    for (const step of path.split('.')) {
      if (value === null || typeof value !== 'object' || !(step in value)) throw new Error(`"${path}" No such Api`);
      value = value[step];
    }
    return value;
  }

  /** Each on its own: one that fails does not keep the others from their answers. */
  function collect(names, work) {
    const found = { errors: {} };
    for (const name of names) {
      try {
        found[name] = work(name);
      } catch (error) {
        found.errors[name] = { message: error.message };
      }
    }
    return found;
  }

  return {
    get: (paths) => collect(paths, read),
    set: (changes) =>
      collect(Object.keys(changes), (name) => {
        if (!(name in setters)) throw new Error(`"${name}" No such Api`);
        setters[name](changes[name]);
        return changes[name];
      }),
    invoke: (calls) =>
      collect(Object.keys(calls), (name) => {
        if (!(name in actions)) throw new Error(`"${name}" No such Api`);
        return actions[name](...calls[name]) ?? null;
      }),
  };
}
