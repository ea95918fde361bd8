import type { Contender, ContenderId, Surroundings } from './contender.ts';

/** Loads one contender and nothing of the others: their code would count as its memory. */
export async function openContender(id: ContenderId, surroundings: Surroundings): Promise<Contender> {
  switch (id) {
    case 'fetch':
      return (await import('./raw-fetch.ts')).rawFetch(surroundings);
    case 'fetch-stream':
      return (await import('./raw-fetch.ts')).rawFetchStreamed(surroundings);
    case 'openai':
      return (await import('./openai-sdk.ts')).openAiSdk(surroundings);
    case 'openai-stream':
      return (await import('./openai-sdk.ts')).openAiSdkStreamed(surroundings);
    case 'ai-sdk':
      return (await import('./ai-sdk.ts')).aiSdk(surroundings);
    case 'langchain':
      return (await import('./langchain.ts')).langChain(surroundings);
    case 'ours-bare':
      return (await import('./draftsmith.ts')).bareDraftsmith(surroundings);
    case 'ours':
    case 'ours-postgres':
      return (await import('./draftsmith.ts')).draftsmith(surroundings);
  }
}
