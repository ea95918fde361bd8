import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { expect, it } from 'vitest';

it('runs alone: one line when ready, switches over HTTP, ends on SIGTERM', async () => {
  const args = ['--portal', '1', '--portal', '2', '--redirect', 'https://svc.example/oauth/callback'];
  const child = spawn(process.execPath, [resolve(import.meta.dirname, 'main.ts'), ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise((done) => child.once('exit', (code, signal) => done(code ?? signal)));
  try {
    const line = await new Promise<string>((done, fail) => {
      let output = '';
      child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
        output += chunk;
        if (output.includes('\n')) done(output);
      });
      child.once('exit', () => fail(new Error('ended before it was ready')));
    });
    const { baseUrl, portals } = JSON.parse(line) as {
      baseUrl: string;
      portals: { id: number; token: string; dealId: string }[];
    };
    const [first] = portals;
    const deal = `${baseUrl}/crm/v3/objects/deals/${first?.dealId}?properties=dealstage`;
    const headers = { authorization: `Bearer ${first?.token}` };
    const json = { 'content-type': 'application/json' };
    const change = { method: 'PATCH', headers: json, body: JSON.stringify({ dealstage: 'closedwon' }) };
    expect((await fetch(`${baseUrl}/_sim/portals/1/deals/${first?.dealId}`, change)).status).toBe(204);
    expect(((await (await fetch(deal, { headers })).json()) as { properties: object }).properties).toMatchObject({
      dealstage: 'closedwon',
    });
    const fault = { match: { path: 'deals' }, times: 1, response: { status: 503 } };
    await fetch(`${baseUrl}/_sim/faults`, { method: 'POST', headers: json, body: JSON.stringify(fault) });
    expect((await fetch(deal, { headers })).status).toBe(503);
    const calls = (await (await fetch(`${baseUrl}/_sim/calls`)).json()) as { byEndpoint: object };
    expect(calls.byEndpoint).toEqual({ 'GET /crm/objects/deals/{id}': 2 });
    const wrong = await fetch(`${baseUrl}/_sim/faults`, { method: 'POST', headers: json, body: '{}' });
    expect(wrong.status).toBe(400);
    child.kill('SIGTERM');
    expect(await ended).toBe(0);
  } finally {
    child.kill('SIGKILL');
  }
});
