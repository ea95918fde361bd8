import { css, styled } from 'styled-components';
import { color } from '../ui/theme.ts';
import type { Standing } from './standing.ts';

/** Line and colour both tell, for whoever sees only one of them. */
const MARKS: Record<Standing, ReturnType<typeof css>> = {
  supported: css`
    text-decoration: none;
  `,
  opinion: css`
    text-decoration: underline dotted 2px ${color('border.emphasis')};
  `,
  unsupported: css`
    text-decoration: underline wavy 1.5px ${color('border.warningEmphasis')};
    background: ${color('background.warning')};
  `,
  contradicted: css`
    text-decoration: underline double ${color('border.dangerEmphasis')};
    background: ${color('background.danger')};
  `,
};

/** A statement within the running text of a draft. */
export const Marked = styled.span<{ $standing: Standing; $open: boolean }>`
  ${({ $standing }) => MARKS[$standing]}
  text-underline-offset: 3px;
  text-decoration-skip-ink: none;
  border-radius: 2px;
  box-decoration-break: clone;
  cursor: default;
  &:hover { background: ${color('background.subtle')}; }
  ${({ $open, $standing }) =>
    $open &&
    $standing === 'supported' &&
    css`
      background: ${color('background.success')};
    `}
  &:focus-visible { outline: 2px solid ${color('border.primaryEmphasis')}; outline-offset: 1px; }
`;
