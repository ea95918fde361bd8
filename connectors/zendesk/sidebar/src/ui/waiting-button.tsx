import { Button, type IButtonProps } from '@zendeskgarden/react-buttons';
import { styled } from 'styled-components';

const Dimmed = styled(Button)`
  &[aria-disabled='true'] {
    opacity: 0.5;
    cursor: default;
  }
`;

/** A button that does nothing for a while, and keeps the focus: one that is `disabled` would lose it. */
export function WaitingButton({ waiting, onClick, ...props }: IButtonProps & { waiting: boolean }) {
  return <Dimmed {...props} aria-disabled={waiting} onClick={waiting ? undefined : onClick} />;
}
