// The load generator's process: does one task at a time, and answers over the channel to its parent.
import { bareLoop, modelLoad, zendeskLoad } from './bare-loop.ts';
import { acknowledge } from './deliver.ts';
import { drain } from './drain.ts';
import type { LoadMessage } from './tasks.ts';
import { webhookToNote } from './webhook-to-note.ts';

function perform(message: LoadMessage): Promise<unknown> {
  switch (message.kind) {
    case 'acknowledge':
      return acknowledge(message.input);
    case 'webhook-to-note':
      return webhookToNote(message.input);
    case 'drain':
      return drain(message.input);
    case 'bare-loop':
      return bareLoop(message.input);
    case 'zendesk-calls':
      return zendeskLoad(message.input);
    case 'model-calls':
      return modelLoad(message.input);
  }
}

process.on('message', async (message: LoadMessage) => {
  try {
    process.send?.({ output: await perform(message) });
  } catch (thrown) {
    process.send?.({ error: thrown instanceof Error ? thrown.message : 'unknown failure' });
  }
});
// Without its parent nobody would end it.
process.once('disconnect', () => process.exit());
