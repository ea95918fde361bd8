import alert from '@zendeskgarden/svg-icons/src/16/alert-warning-stroke.svg?raw';
import check from '@zendeskgarden/svg-icons/src/16/check-circle-stroke.svg?raw';
import older from '@zendeskgarden/svg-icons/src/16/chevron-left-stroke.svg?raw';
import newer from '@zendeskgarden/svg-icons/src/16/chevron-right-stroke.svg?raw';
import circle from '@zendeskgarden/svg-icons/src/16/circle-stroke.svg?raw';
import copy from '@zendeskgarden/svg-icons/src/16/copy-stroke.svg?raw';
import globe from '@zendeskgarden/svg-icons/src/16/globe-stroke.svg?raw';
import lock from '@zendeskgarden/svg-icons/src/16/lock-locked-stroke.svg?raw';
import external from '@zendeskgarden/svg-icons/src/16/new-window-stroke.svg?raw';
import question from '@zendeskgarden/svg-icons/src/16/question-mark-stroke.svg?raw';
import conversation from '@zendeskgarden/svg-icons/src/16/speech-bubble-conversation-stroke.svg?raw';
import bad from '@zendeskgarden/svg-icons/src/16/thumbs-down-stroke.svg?raw';
import good from '@zendeskgarden/svg-icons/src/16/thumbs-up-stroke.svg?raw';
import close from '@zendeskgarden/svg-icons/src/16/x-stroke.svg?raw';
import { createElement, type ReactElement, type SVGAttributes } from 'react';

const SOURCES = {
  alert,
  bad,
  check,
  circle,
  close,
  conversation,
  copy,
  external,
  globe,
  good,
  lock,
  newer,
  older,
  question,
};

export type IconName = keyof typeof SOURCES;

/** What lies between the outermost tags; the files are Garden's own, bundled when the app is built. */
const inside = (svg: string) => svg.slice(svg.indexOf('>') + 1, svg.lastIndexOf('</svg>'));

/** One of Garden's icons; decoration, so words beside it or a label must say the same. */
export function Icon({ name, ...attributes }: { name: IconName } & SVGAttributes<SVGElement>): ReactElement {
  return createElement('svg', {
    width: 16,
    height: 16,
    viewBox: '0 0 16 16',
    focusable: 'false',
    'aria-hidden': true,
    ...attributes,
    dangerouslySetInnerHTML: { __html: inside(SOURCES[name]) },
  });
}
