import { setTimeout as pauseFor } from 'node:timers/promises';

/** An admin's browser without a window: keeps its cookies, sends what the console sends. */
export interface Admin {
  /** @throws Error with what the server said, for any status of 300 or more */
  send<Answer>(method: 'GET' | 'POST' | 'PUT' | 'DELETE', path: string, body?: object): Promise<Answer>;
  /** Follows one link, and says where it led. */
  visit(url: string): Promise<string>;
  /** Looks until it is so. Bounded by the test's own time. */
  until<Answer>(path: string, isSo: (answer: Answer) => boolean): Promise<Answer>;
}

const LOOK_EVERY = 50;

/** @param setupLink of the first start */
export async function signInAsAdmin(url: string, setupLink: string | null): Promise<Admin> {
  const cookies = new Map<string, string>();
  const keep = (response: Response) => {
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      cookies.set(name, value);
    }
  };
  const ask = async (target: string, init: RequestInit = {}) => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(target, { redirect: 'manual', ...init, headers: { ...init.headers, cookie } });
    keep(response);
    return response;
  };
  const admin: Admin = {
    async send<Answer>(method: string, path: string, body?: object) {
      const response = await ask(url + path, {
        method,
        headers: { origin: url, 'x-draftsmith-csrf': '1', ...(body && { 'content-type': 'application/json' }) },
        ...(body && { body: JSON.stringify(body) }),
      });
      const text = await response.text();
      if (response.status >= 300) throw new Error(`${method} ${path} was answered ${response.status}: ${text}`);
      return (text === '' ? undefined : JSON.parse(text)) as Answer;
    },
    visit: async (target) => (await ask(target)).headers.get('location') ?? '',
    async until<Answer>(path: string, isSo: (answer: Answer) => boolean) {
      for (;;) {
        const answer = await admin.send<Answer>('GET', path);
        if (isSo(answer)) return answer;
        await pauseFor(LOOK_EVERY);
      }
    },
  };
  const person = { email: 'ada@example.com', password: 'a long enough passphrase' };
  const token = setupLink && new URL(setupLink).searchParams.get('token');
  if (token) await admin.send('POST', '/api/setup', { token, name: 'Ada', ...person });
  else await admin.send('POST', '/api/auth/sign-in/email', person);
  return admin;
}
