import { Kbd } from '@zendeskgarden/react-typography';
import { styled } from 'styled-components';
import { Fold, Small, Stack } from '../ui/layout.ts';
import { useWords } from './context.ts';
import { SHORTCUT_KEYS, type Shortcut } from './shortcuts.ts';

const Keys = styled.dl`
  display: grid;
  grid-template-columns: max-content 1fr;
  gap: 6px 10px;
  align-items: baseline;
`;

export function KeysHelp({ open, onToggle }: { open: boolean; onToggle: (open: boolean) => void }) {
  const { keys } = useWords();
  return (
    <Fold open={open} onToggle={(event) => onToggle(event.currentTarget.open)}>
      <summary>{keys.title}</summary>
      <Stack $gap={8}>
        <Small>{keys.hint}</Small>
        <Keys>
          {(Object.entries(SHORTCUT_KEYS) as [Shortcut, string][]).map(([shortcut, key]) => (
            <Key key={shortcut} sign={key} does={keys[shortcut]} />
          ))}
        </Keys>
      </Stack>
    </Fold>
  );
}

function Key({ sign, does }: { sign: string; does: string }) {
  return (
    <>
      <dt>
        <Kbd>{sign}</Kbd>
      </dt>
      <dd>{does}</dd>
    </>
  );
}
