import { Anchor } from '@zendeskgarden/react-buttons';
import type { ReactNode } from 'react';
import { useWords } from '../app/context.ts';

/** A way out to a source. Anything but a web address stays plain text: what a source calls its address is not ours. */
export function Out({ url, children }: { url: string | undefined; children: ReactNode }) {
  const m = useWords();
  const safe = url !== undefined && URL.canParse(url) && /^https?:$/.test(new URL(url).protocol);
  if (!safe) return <strong dir="auto">{children}</strong>;
  return (
    <Anchor href={url} isExternal externalIconLabel={m.open} dir="auto">
      {children}
    </Anchor>
  );
}
