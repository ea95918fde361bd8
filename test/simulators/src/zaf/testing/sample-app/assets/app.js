// The smallest app: tests reach the client through the frame and see which events came.
const EVENTS = [
  'app.registered',
  'app.activated',
  'app.deactivated',
  'ticket.comment.text.changed',
  'ticket.conversation.changed',
  'ticket.status.changed',
  'ticket.id.changed',
  'ticket.viewers.changed',
  'ticket.updated',
  'ticket.submit.done',
  'colorScheme.changed',
];

globalThis.client = ZAFClient.init();
globalThis.seen = [];
for (const name of EVENTS) {
  globalThis.client.on(name, (data) => {
    globalThis.seen.push({ name, data });
    document.getElementById('state').textContent = globalThis.seen.map((event) => event.name).join(' ');
  });
}
