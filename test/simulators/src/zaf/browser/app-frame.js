import { send } from './server.js';

/** The app's iframe, and the messages between it and the page. Only this frame, on its own origin, is listened to. */
export function createAppFrame({ app, framework, context, onResize }) {
  const guid = crypto.randomUUID();
  const element = document.createElement('iframe');
  const address = new URL(app.path, app.origin);
  address.searchParams.set('origin', location.origin);
  address.searchParams.set('app_guid', guid);
  element.src = address;
  element.title = app.metadata.name;
  element.allow = 'clipboard-write';
  element.setAttribute('sandbox', 'allow-scripts allow-same-origin allow-forms allow-modals allow-popups');
  element.style.height = '80px';
  let isActive = true;

  const post = (message) => element.contentWindow?.postMessage({ guid, ...message }, app.origin);
  const emit = (name, data) => post({ name, data });

  const answers = {
    get: (paths) => framework.get(paths),
    set: (changes) => framework.set(changes),
    invoke: (calls) => framework.invoke(calls),
    request: (options) => send('/workspace/request', options),
  };

  async function listen({ source, origin, data }) {
    if (source !== element.contentWindow || origin !== app.origin || data?.guid !== guid) return;
    if (data.what === 'hello') {
      emit('app.registered', {
        context: { instanceGuid: guid, product: 'support', location: 'ticket_sidebar', ...context() },
        metadata: app.metadata,
      });
      if (isActive) emit('app.activated', { firstLoad: true });
      return;
    }
    try {
      post({ id: data.id, value: await answers[data.what](data.given) });
    } catch (error) {
      post({ id: data.id, error: { message: error.message } });
    }
  }
  addEventListener('message', listen);

  return {
    element,
    emit,
    resize({ width, height }) {
      const toSize = (size) => (typeof size === 'number' ? `${size}px` : String(size));
      if (height !== undefined) element.style.height = toSize(height);
      if (width !== undefined && app.flexible) onResize(toSize(width));
    },
    setActive(active) {
      if (active === isActive) return;
      isActive = active;
      emit(active ? 'app.activated' : 'app.deactivated', {});
    },
    remove() {
      emit('app.willDestroy');
      removeEventListener('message', listen);
      element.remove();
    },
  };
}
