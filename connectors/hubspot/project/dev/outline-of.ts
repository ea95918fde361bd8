import type { RenderedFragmentNode, RenderedRootNode } from '@hubspot/ui-extensions/testing';

type Node = RenderedRootNode['childNodes'][number];

/** Props that a person sees or hears; the rest is layout. */
const SAID = ['title', 'label', 'description', 'validationMessage', 'value', 'defaultValue', 'valueDescription'];

/** A rendered card as plain text: what a person reads, and by which component. */
export function outlineOf(root: RenderedRootNode | RenderedFragmentNode): string {
  return root.childNodes.flatMap((node) => linesOf(node)).join('\n');
}

const QUIET = new Set(['Flex', 'Inline', 'Box', 'Stack', 'ButtonRow', 'TableHead', 'TableBody', 'Tile']);

function linesOf(node: Node): string[] {
  if (node.nodeType === 'text') return node.text.trim() === '' ? [] : [node.text];
  const { name, childNodes } = node;
  const props = node.props as Record<string, unknown>;
  const children = inlined(name) ? [childNodes.flatMap(linesOf).join('')] : childNodes.flatMap(linesOf);
  const inner = children.filter((line) => line !== '');
  if (QUIET.has(name)) return name === 'Tile' ? ['┌', ...inner.map((line) => `│ ${line}`), '└'] : inner;
  if (name === 'TableRow')
    return [
      `| ${childNodes
        .map((cell) =>
          linesOf(cell)
            .join(' ')
            .replace(/^\w+: /, ''),
        )
        .join(' | ')} |`,
    ];
  const head = `${name}${marksOf(props)}`;
  if (inner.length === 1 && !inner[0]?.includes('\n')) return [`${head}: ${inner[0]}`];
  return [head, ...inner.map((line) => `  ${line}`)];
}

function inlined(name: string): boolean {
  return name === 'Text' || name === 'Link' || name === 'Button' || name === 'StatusTag';
}

function marksOf(props: Record<string, unknown>): string {
  const said = SAID.flatMap((key) => (said1(props[key]) ? [`${key} ${JSON.stringify(props[key])}`] : []));
  const marks = [
    ...(typeof props.variant === 'string' ? [props.variant] : []),
    ...(props.disabled === true ? ['disabled'] : []),
    ...(props.href ? ['link'] : []),
    ...(Array.isArray(props.options) ? [`of ${props.options.map(({ label }) => label).join(', ')}`] : []),
    ...(Array.isArray(props.stepNames) ? [`${Number(props.currentStep) + 1} of ${props.stepNames.join(' > ')}`] : []),
    ...said,
  ];
  return marks.length > 0 ? ` (${marks.join('; ')})` : '';
}

function said1(value: unknown): boolean {
  return (typeof value === 'string' && value !== '') || typeof value === 'number';
}
