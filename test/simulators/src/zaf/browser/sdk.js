// The app's side of the framework: a stand-in with the manners of Zendesk's SDK, not a copy of it. One block, so that
// nothing but ZAFClient becomes global.
{
  const TIMEOUT_MS = 5_000;

  /** Questions to the page around the app, and what it tells unasked. */
  class Channel {
    #origin;
    #guid;
    #waiting = new Map();
    #lastId = 0;

    constructor(origin, guid, onEvent) {
      this.#origin = origin;
      this.#guid = guid;
      addEventListener('message', ({ source, origin: from, data }) => {
        if (source !== parent || from !== origin || data?.guid !== guid) return;
        if (data.id === undefined) onEvent(data.name, data.data);
        else this.#settle(data.id, data);
      });
      this.#post({ what: 'hello' });
    }

    /** Settles with the answer; without one within `timeoutMs` it fails, as the real one does. */
    ask(what, given, timeoutMs = TIMEOUT_MS) {
      this.#lastId += 1;
      const id = this.#lastId;
      return new Promise((resolve, reject) => {
        const late = () => this.#settle(id, { error: { message: `${what} request timeout` } });
        this.#waiting.set(id, { resolve, reject, timer: timeoutMs > 0 ? setTimeout(late, timeoutMs) : undefined });
        this.#post({ id, what, given });
      });
    }

    #post(message) {
      parent.postMessage({ guid: this.#guid, ...message }, this.#origin);
    }

    #settle(id, { value, error }) {
      const waiter = this.#waiting.get(id);
      if (!waiter) return;
      this.#waiting.delete(id);
      clearTimeout(waiter.timer);
      if (error === undefined) waiter.resolve(value);
      else waiter.reject(new Error(error.message));
    }
  }

  class Client {
    #channel;
    #handlers = new Map();
    #registration;
    #registered = Promise.withResolvers();

    constructor(origin, guid) {
      this.#channel = new Channel(origin, guid, (name, data) => {
        if (name === 'app.registered') {
          this.#registration = data;
          this.#registered.resolve(data);
        }
        this.trigger(name, data);
      });
    }

    get(paths) {
      return Array.isArray(paths) ? this.#channel.ask('get', paths) : this.#one('get', paths, [paths]);
    }

    set(key, value) {
      return typeof key === 'object' ? this.#channel.ask('set', key) : this.#one('set', key, { [key]: value });
    }

    async invoke(key, ...given) {
      if (typeof key !== 'object') return this.#one('invoke', key, { [key]: given });
      const calls = Object.entries(key).map(([name, argument]) => [name, [argument].flat()]);
      if (calls.some(([, texts]) => texts.some((text) => typeof text !== 'string'))) {
        throw new Error('Invoke with an object takes only text as arguments');
      }
      return this.#channel.ask('invoke', Object.fromEntries(calls));
    }

    /** The proxy answers when it answers: its own time limit counts, not the five seconds. */
    async request(given) {
      const { httpCompleteResponse = false, ...options } = typeof given === 'string' ? { url: given } : given;
      const whole = toResponse(await this.#channel.ask('request', options, 0), options.dataType);
      if (whole.status < 200 || whole.status >= 300) throw whole;
      return httpCompleteResponse ? whole : (whole.responseJSON ?? whole.responseText);
    }

    on(name, handler) {
      this.#handlers.set(name, [...(this.#handlers.get(name) ?? []), handler]);
      // Whoever comes late for the one event that everything begins with still gets it.
      if (name === 'app.registered' && this.#registration) setTimeout(() => handler(this.#registration), 0);
    }

    off(name, handler) {
      const left = (this.#handlers.get(name) ?? []).filter((each) => handler !== undefined && each !== handler);
      this.#handlers.set(name, left);
    }

    has(name, handler) {
      return (this.#handlers.get(name) ?? []).includes(handler);
    }

    trigger(name, data) {
      for (const handler of this.#handlers.get(name) ?? []) handler(data);
    }

    async context() {
      return (await this.#registered.promise).context;
    }

    async metadata() {
      return (await this.#registered.promise).metadata;
    }

    /** One path alone fails; of several, the failures stay among the answers. */
    async #one(what, name, given) {
      const found = await this.#channel.ask(what, given);
      if (found.errors[name]) throw new Error(found.errors[name].message);
      return found;
    }
  }

  const toResponse = ({ status, statusText, headers, body }, dataType) => ({
    status,
    statusText,
    headers,
    responseText: body,
    responseJSON: dataType === 'json' || headers['content-type']?.includes('json') ? parse(body) : undefined,
    responseHeaders: Object.entries(headers)
      .map(([name, value]) => `${name}: ${value}`)
      .join('\n'),
  });

  const parse = (text) => {
    try {
      return JSON.parse(text);
    } catch {
      return undefined;
    }
  };

  globalThis.ZAFClient = {
    init(callback) {
      const parameters = new URLSearchParams(`${location.search.slice(1)}&${location.hash.slice(1)}`);
      const origin = parameters.get('origin');
      const guid = parameters.get('app_guid');
      // As in Zendesk: outside of it, or after a navigation that lost the query, there is no client.
      if (!origin || !guid) return false;
      const client = new Client(origin, guid);
      if (callback) client.on('app.registered', ({ context }) => callback(context));
      return client;
    },
  };
}
