import { Button } from '@zendeskgarden/react-buttons';
import { useEffect, useRef, useState } from 'react';
import { useApp, useSession, useWords } from '../app/context.ts';
import { KeysHelp } from '../app/keys-help.tsx';
import { useShortcuts } from '../app/use-shortcuts.ts';
import { neighbour, shownDraft } from '../session/state.ts';
import type { Work } from '../ticket/phase.ts';
import { ProgressStrip } from '../ticket/progress.tsx';
import { Hidden, Small, Stack } from '../ui/layout.ts';
import { Notice } from '../ui/notice.tsx';
import { AsideCard } from './aside-card.tsx';
import type { CheckedTextHandle } from './checked-text.tsx';
import { DraftCard } from './draft-card.tsx';
import { InsertBar } from './insert-bar.tsx';
import { Rating } from './rating.tsx';
import { Revise } from './revise.tsx';
import { Sources } from './sources.tsx';
import { useInsertion } from './use-insertion.ts';

/** A draft, what it rests on, and everything that can be done with it. */
export function DraftScreen({ work }: { work: Work | null }) {
  const { session } = useApp();
  const m = useWords();
  const state = useSession();
  const draft = shownDraft(state);
  const insertion = useInsertion(draft);
  const text = useRef<CheckedTextHandle>(null);
  const steer = useRef<HTMLInputElement>(null);
  const [help, setHelp] = useState(false);
  useNewVersionAnnounced(draft);
  useShortcuts({
    insert: insertion.insert,
    copy: insertion.copy,
    steer: () => steer.current?.focus(),
    shorter: () => session.wish({ kind: 'shorter' }),
    next: () => text.current?.goToNext(),
    older: () => goTo(neighbour(state, 1)),
    newer: () => goTo(neighbour(state, -1)),
    help: () => setHelp((open) => !open),
  });
  const goTo = (version: ReturnType<typeof neighbour>) => version && session.choose(version);
  if (!draft || !state.view) return null;
  return (
    <Stack>
      <Hidden as="h2" tabIndex={-1} data-focus>
        {m.answered}
      </Hidden>
      {state.view.state === 'stale' && !work && <StaleNotice />}
      {work && <ProgressStrip work={work} />}
      <AsideCard />
      <DraftCard key={`${draft.id}/${draft.version}`} draft={draft} handle={text} />
      <InsertBar draft={draft} insertion={insertion} stale={state.view.state === 'stale'} />
      <Revise draft={draft} steer={steer} />
      <Sources citations={draft.citations} />
      <Rating key={`${draft.id}/${draft.version}/rating`} draft={draft} />
      <Small>{draft.modelWritten ? m.byModel(draft.model) : m.byNobody}</Small>
      <KeysHelp open={help} onToggle={setHelp} />
    </Stack>
  );
}

function StaleNotice() {
  const { session } = useApp();
  const m = useWords();
  return (
    <Notice type="warning" role="alert" title={m.stale.title} text={m.stale.text}>
      <Button size="small" isPrimary onClick={() => session.wish({ kind: 'draft' })}>
        {m.stale.act}
      </Button>
    </Notice>
  );
}

function useNewVersionAnnounced(draft: { id: string; version: number } | null): void {
  const { announce } = useApp();
  const m = useWords();
  const seen = useRef(draft);
  const newest = useRef(draft?.version ?? 0);
  useEffect(() => {
    if (!draft || (draft.id === seen.current?.id && draft.version === seen.current.version)) return;
    if (draft.id !== seen.current?.id || draft.version > newest.current) announce(m.newVersion);
    seen.current = draft;
    newest.current = Math.max(newest.current, draft.version);
  }, [draft, announce, m]);
}
