import { isBlank, neutralised, replyHtml } from '../insert/reply-text.ts';
import type { ZafClient } from './client.ts';

export interface ComposerContent {
  /** `publicReply`, `internalNote`, or a messaging channel's own. */
  type: string;
  /** HTML where the composer is a rich text editor. */
  text: string;
}

/** What was there before and what was written, to take it back. */
export interface Written {
  before: ComposerContent;
  after: ComposerContent;
}

export interface Composer {
  read(): Promise<ComposerContent>;
  write(
    text: string,
    how: { how: 'fill' | 'append' | 'replace'; toPublic: boolean },
    before: ComposerContent,
  ): Promise<Written>;
  /** False when the agent has typed since: their words stay. */
  takeBack(written: Written): Promise<boolean>;
  /** Called each time the agent has sent what was in it; gives the way to stop. */
  onSent(listener: () => void): () => void;
}

const TEXT = 'ticket.comment.text';
const TYPE = 'ticket.comment.type';
const RICH = 'comment.useRichText';
const SENT = 'ticket.submit.done';

export function createComposer(client: ZafClient): Composer {
  const read = async () => {
    const { [TYPE]: type, [TEXT]: text } = await client.get([TYPE, TEXT]);
    return { type: String(type ?? ''), text: String(text ?? '') };
  };
  return {
    read,
    write: async (text, { how, toPublic }, before) => {
      // Emptied first: a note's words must not be public for a moment.
      if (how === 'replace' || toPublic) await client.set(TEXT, '');
      if (toPublic) await client.set(TYPE, 'publicReply');
      if (await isRich(client)) {
        await client.invoke('ticket.comment.appendHtml', replyHtml(text));
      } else {
        await client.invoke('ticket.comment.appendText', (how === 'append' ? '\n\n' : '') + neutralised(text));
      }
      const after = await read();
      if (isBlank(after.text)) throw new Error('The composer took no text');
      return { before, after };
    },
    takeBack: async ({ before, after }) => {
      const now = await read();
      if (now.text !== after.text || now.type !== after.type) return false;
      // The type first: a note's words must not stand in a public reply for a moment.
      if (before.type !== after.type) await client.set(TYPE, before.type);
      await client.set(TEXT, before.text);
      return true;
    },
    onSent: (listener) => {
      client.on(SENT, listener);
      return () => client.off(SENT, listener);
    },
  };
}

/** An editor that does not say is taken for a rich one, as in all of Zendesk's newer workspaces. */
async function isRich(client: ZafClient): Promise<boolean> {
  const values = await client.get([RICH]).catch(() => undefined);
  return values?.[RICH] !== false;
}
