import { Alert, Title } from '@zendeskgarden/react-notifications';
import { type ReactNode, useEffect, useRef } from 'react';
import { styled } from 'styled-components';
import { Row } from './layout.ts';

const Narrow = styled(Alert)`
  padding: 10px 12px 10px 36px;
  font-size: 13px;
  line-height: 18px;
  > svg { inset-inline-start: 12px; margin-block-start: -1px; }
`;

const Actions = styled(Row)`
  margin-block-start: 8px;
`;

interface NoticeProps {
  type: 'info' | 'success' | 'warning' | 'error';
  title: string;
  text?: string | undefined;
  children?: ReactNode;
  /** `status` is read out when there is time, `alert` at once; none: not read out by itself. */
  role?: 'status' | 'alert';
}

export function Notice({ type, title, text, children, role }: NoticeProps) {
  return (
    <Narrow type={type} role={role}>
      <Title>{title}</Title>
      {text}
      {children && <Actions>{children}</Actions>}
    </Narrow>
  );
}

/** A question that takes the focus, gives it back, and is called off with Escape. */
export function Asking({ title, text, onCancel, children }: NoticeProps & { onCancel: () => void }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    box.current?.querySelector('button')?.focus();
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
  return (
    <div
      ref={box}
      role="alertdialog"
      aria-label={title}
      aria-description={text}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onCancel();
      }}
    >
      <Notice type="warning" title={title} text={text}>
        {children}
      </Notice>
    </div>
  );
}
