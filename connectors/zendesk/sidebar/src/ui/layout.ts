import { createGlobalStyle, styled } from 'styled-components';
import { color } from './theme.ts';

export const PageStyle = createGlobalStyle`
  *, *::before, *::after { box-sizing: border-box; }
  html { background: ${color('background.default')}; color: ${color('foreground.default')}; }
  body { margin: 0; font: 14px/20px system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif; }
  h1, h2, h3, p, ul, ol, figure, blockquote, dl, dd { margin: 0; padding: 0; }
  ul, ol { list-style: none; }
  @media (prefers-reduced-motion: reduce) { * { animation-duration: 0.01ms !important; transition: none !important; } }
`;

export const Stack = styled.div<{ $gap?: number }>`
  display: flex;
  flex-direction: column;
  gap: ${({ $gap = 12 }) => $gap}px;
  min-inline-size: 0;
`;

export const Row = styled.div<{ $gap?: number }>`
  display: flex;
  flex-wrap: wrap;
  align-items: center;
  gap: ${({ $gap = 8 }) => $gap}px;
  min-inline-size: 0;
`;

export const Heading = styled.h2`
  font-size: 14px;
  line-height: 20px;
  font-weight: 600;
  overflow-wrap: anywhere;
  &:focus { outline: none; }
`;

export const Small = styled.p`
  font-size: 12px;
  line-height: 16px;
  color: ${color('foreground.subtle')};
  overflow-wrap: anywhere;
`;

export const Text = styled.p`
  overflow-wrap: anywhere;
`;

export const Card = styled.section`
  border: 1px solid ${color('border.default')};
  border-radius: 6px;
  background: ${color('background.default')};
  padding: 12px;
  min-inline-size: 0;
`;

/** For screen readers only. */
export const Hidden = styled.span`
  position: absolute;
  inline-size: 1px;
  block-size: 1px;
  overflow: hidden;
  clip-path: inset(50%);
  white-space: nowrap;
`;

/** A heading that opens what is below it. */
export const Fold = styled.details`
  border-block-start: 1px solid ${color('border.subtle')};
  padding-block-start: 8px;
  > summary {
    cursor: pointer;
    font-weight: 600;
    padding-block: 4px;
    border-radius: 4px;
  }
  > summary:focus-visible { outline: 2px solid ${color('border.primaryEmphasis')}; outline-offset: 2px; }
`;
