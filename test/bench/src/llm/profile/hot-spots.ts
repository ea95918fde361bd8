/** What is used of a .cpuprofile: https://chromedevtools.github.io/devtools-protocol/tot/Profiler/#type-Profile */
export interface CpuProfile {
  nodes: {
    id: number;
    callFrame: { functionName: string; url: string; lineNumber: number };
    children?: number[] | undefined;
  }[];
  samples?: number[] | undefined;
  /** Microseconds since the sample before. */
  timeDeltas?: number[] | undefined;
}

export interface HotSpot {
  /** A package, or `a function at a place`. */
  name: string;
  /** Milliseconds in it, without what it calls. */
  selfMs: number;
  /** With what it calls, until the next wait. */
  totalMs: number;
}

/** Waiting, and the profiler's own beginning and end. */
const NOBODYS = /^\(idle\)$|node:inspector|^node inspector$/;

/** Where the time of a profile went, the most first. What is nobody's work is left out. */
export function hotSpots(
  profile: CpuProfile,
  group: (frame: CpuProfile['nodes'][number]['callFrame']) => string,
): HotSpot[] {
  const nodes = new Map(profile.nodes.map((node) => [node.id, node]));
  const parents = new Map(profile.nodes.flatMap(({ id, children = [] }) => children.map((child) => [child, id])));
  const self = new Map<number, number>();
  for (const [i, id] of (profile.samples ?? []).entries()) {
    self.set(id, (self.get(id) ?? 0) + (profile.timeDeltas?.[i] ?? 0) / 1000);
  }
  const spots = new Map<string, HotSpot>();
  for (const [id, ms] of self) {
    const path: string[] = [];
    for (let at: number | undefined = id; at !== undefined; at = parents.get(at)) {
      const frame = nodes.get(at)?.callFrame;
      if (frame && frame.functionName !== '(root)') path.push(group(frame));
    }
    if (path.some((name) => NOBODYS.test(name))) continue;
    // A function that calls itself is on the path twice, and its time is spent once.
    for (const name of new Set(path)) {
      const spot = spots.get(name) ?? { name, selfMs: 0, totalMs: 0 };
      spots.set(name, { name, selfMs: spot.selfMs + (name === path[0] ? ms : 0), totalMs: spot.totalMs + ms });
    }
  }
  return [...spots.values()].sort((a, b) => b.selfMs - a.selfMs);
}

/** `openai`, `@draftsmith/llm`, `node net`, `native`, `(garbage collector)`. */
export function packageOf({ url, functionName }: CpuProfile['nodes'][number]['callFrame']): string {
  if (url === '') return /^\((?!anonymous)/.test(functionName) ? functionName : 'native';
  const part = /^node:(?:internal\/)?(?:deps\/)?(?:per_context\/)?([^/]+)/.exec(url)?.[1];
  if (part) return `node ${part}`;
  if (url.startsWith('wasm:')) return 'wasm';
  const installed = url.split('/node_modules/').at(-1) ?? '';
  if (installed !== url) return /^(?:@[^/]+\/)?[^/]+/.exec(installed)?.[0] ?? url;
  const own = WORKSPACE.exec(url)?.[2];
  return own ? `@draftsmith/${own}` : 'elsewhere';
}

/** `iterSSEChunks openai/core/streaming.mjs:547`. */
export function placeOf({ url, functionName, lineNumber }: CpuProfile['nodes'][number]['callFrame']): string {
  const name = functionName || '(anonymous)';
  if (url === '') return name;
  const short = url.replace(/^.*\/node_modules\//, '').replace(WORKSPACE, '$1/$2/src/');
  return `${name} ${short}:${lineNumber + 1}`;
}

const WORKSPACE = /^.*\/(apps|packages|connectors|shared|test)\/([^/]+)\/src\//;
