import { createAppFrame } from './app-frame.js';
import { createComposer } from './composer.js';
import { createConversation } from './conversation.js';
import { createFramework } from './framework.js';
import { read, send } from './server.js';

/** One open ticket: conversation, composer, and an instance of the app of its own. */
export async function createTab(ticketId, workspace) {
  let ticket = await read(`/workspace/tickets/${ticketId}`);
  let viewers = [];
  let ownReplies = 0;
  const conversation = createConversation();
  const composer = createComposer({ onChange: composerChanged, onSubmit: submit });
  const { panel, left, sidebar } = createPanel(workspace.facts.width);

  const framework = createFramework({
    ...workspace,
    composer,
    ticket: () => ticket,
    viewers: () => viewers,
    resize: (size) => frame.resize(size),
  });
  const frame = createAppFrame({
    app: workspace.facts.app,
    framework,
    context: () => ({ account: workspace.facts.account, ticketId: ticket.id }),
    onResize: (width) => {
      sidebar.style.width = width.endsWith('%') ? `${workspace.facts.width}px` : width;
    },
  });
  sidebar.append(frame.element);
  left.append(conversation.element, composer.element);
  conversation.show(ticket);

  function changed(name, newValue, oldValue) {
    frame.emit(`${name}.changed`, newValue);
    frame.emit('*.changed', { propertyName: name, newValue, oldValue });
  }

  let shown = { text: '', type: composer.type() };
  function composerChanged() {
    const now = { text: composer.html(), type: composer.type() };
    const before = shown;
    shown = now;
    for (const part of ['text', 'type']) {
      if (now[part] === before[part]) continue;
      changed(`ticket.comment.${part}`, now[part], before[part]);
      frame.emit(`comment.${part}.changed`, now[part]);
    }
  }

  async function submit(reply) {
    ownReplies += 1;
    frame.emit('ticket.submit.start');
    try {
      await send(`/workspace/tickets/${ticket.id}/reply`, reply);
      composer.replace('');
      frame.emit('ticket.submit.done');
    } catch (error) {
      ownReplies -= 1;
      workspace.notify(error.message, 'error', 10_000);
      frame.emit('ticket.submit.fail');
    }
    frame.emit('ticket.submit.always');
  }

  /** Tells the app what differs; `ticket.updated` only when somebody else saved. */
  async function refresh() {
    const before = ticket;
    ticket = await read(`/workspace/tickets/${before.id}`);
    conversation.show(ticket);
    for (const part of ['status', 'tags', 'subject', 'priority', 'brand']) {
      if (JSON.stringify(before[part]) !== JSON.stringify(ticket[part]))
        changed(`ticket.${part}`, ticket[part], before[part]);
    }
    if (JSON.stringify(before.comments) !== JSON.stringify(ticket.comments)) {
      changed('ticket.conversation', ticket.conversation, before.conversation);
      changed('ticket.comments', ticket.comments, before.comments);
    }
    if (ownReplies > 0) ownReplies -= 1;
    else frame.emit('ticket.updated', {});
  }

  return {
    panel,
    composer,
    frame,
    refresh,
    id: () => ticket.id,
    title: () => `#${ticket.id}`,
    /** Another ticket in the same tab and the same app instance: what *Play* does. */
    async moveTo(id) {
      const before = ticket;
      ticket = await read(`/workspace/tickets/${id}`);
      conversation.show(ticket);
      composer.replace('');
      changed('ticket.id', ticket.id, before.id);
    },
    setViewers(people) {
      const before = viewers;
      viewers = people;
      changed('ticket.viewers', viewers, before);
    },
    setActive(active) {
      panel.hidden = !active;
      frame.setActive(active);
    },
  };
}

function createPanel(width) {
  const [panel, left, sidebar] = ['section', 'div', 'aside'].map((name) => document.createElement(name));
  panel.className = 'ticket';
  panel.setAttribute('role', 'tabpanel');
  left.className = 'left';
  sidebar.setAttribute('aria-label', 'Apps');
  sidebar.style.width = `${width}px`;
  panel.append(left, sidebar);
  return { panel, left, sidebar };
}
