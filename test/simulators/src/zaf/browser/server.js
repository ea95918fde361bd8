export function read(path) {
  return toAnswer(fetch(path));
}

export function send(path, body) {
  const headers = { 'content-type': 'application/json' };
  return toAnswer(fetch(path, { method: 'POST', headers, body: JSON.stringify(body) }));
}

async function toAnswer(request) {
  const response = await request;
  const answer = await response.json();
  if (!response.ok) throw new Error(answer.message);
  return answer;
}
