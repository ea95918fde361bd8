import { readFileSync } from 'node:fs';
import { findPackageJSON } from 'node:module';

const PEERS = ['openai', 'ai', '@ai-sdk/openai', '@langchain/core', '@langchain/openai'];

/** Figures of others hold for these versions only. */
export function versions(): Record<string, string> {
  return Object.fromEntries(PEERS.map((name) => [name, versionOf(name)]));
}

function versionOf(name: string): string {
  const file = findPackageJSON(name, import.meta.url);
  if (!file) throw new Error(`${name} is not installed`);
  return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version;
}
