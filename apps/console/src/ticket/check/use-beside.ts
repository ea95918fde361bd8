import { type CSSProperties, type RefObject, useLayoutEffect, useState } from 'react';

/** Pixels between a sentence and its card, and between the card and the text's edges. */
const GAP = 6;
const EDGE = 8;

/**
 * Where the card of an element within `place` goes, as offsets in it: under its last line, or above its first where
 * the window ends sooner. It moves with the text, so scrolling needs nothing.
 */
export function useBeside(place: RefObject<HTMLElement | null>, selector: string | null): CSSProperties {
  const [style, setStyle] = useState<CSSProperties>({});
  useLayoutEffect(() => {
    const measure = () => {
      const around = place.current?.getBoundingClientRect();
      const lines = selector === null ? undefined : place.current?.querySelector(selector)?.getClientRects();
      const [first, last] = [lines?.[0], lines?.[lines.length - 1]];
      const card = place.current?.querySelector('.evidence')?.getBoundingClientRect();
      if (!around || !first || !last || !card) return;
      const above = last.bottom + GAP + card.height > window.innerHeight && first.top - GAP - card.height > 0;
      setStyle({
        left: Math.min(Math.max(last.left - around.left, EDGE), around.width - card.width - EDGE),
        top: above ? first.top - around.top - GAP - card.height : last.bottom - around.top + GAP,
      });
    };
    measure();
    window.addEventListener('resize', measure);
    return () => window.removeEventListener('resize', measure);
  }, [place, selector]);
  return style;
}
