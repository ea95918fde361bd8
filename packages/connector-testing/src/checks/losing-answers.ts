import type { ConnectorPorts } from '@draftsmith/contracts';

/** Lets every write take effect and then drops the connection. */
export const losingAnswers: ConnectorPorts['fetch'] = async (input, init) => {
  const request = new Request(input, init);
  const isWrite = request.method !== 'GET';
  const response = await fetch(request);
  if (!isWrite) return response;
  await response.arrayBuffer();
  throw new TypeError('fetch failed');
};
