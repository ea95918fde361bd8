import type { Entity, EntityType, Recogniser } from '../entity.ts';

/** Adds what a model on another machine finds; an admin who runs one gains recall, nobody needs it. */
export interface RemoteRecogniser {
  /** A recogniser that knows what these texts hold, and finds nothing in others. Never rejects. */
  recogniserFor(texts: readonly string[], language: string): Promise<Recogniser>;
}

/** The part of a `HttpClient` of `@draftsmith/http` that is used. */
export interface AnalyzerClient {
  request(request: {
    method: 'POST';
    path: string;
    json: unknown;
    retry: 'safe';
    signal: AbortSignal;
  }): Promise<{ json: unknown }>;
}

export interface PresidioOptions {
  client: AnalyzerClient;
  /** Called once when the analyzer fails, and again only after it worked in between. */
  warn: (message: string) => void;
  /** Findings below it are left out. 0 to 1. */
  minScore?: number;
  /** When all texts of one request must be through; a draft waits for it. Three seconds unless given. */
  deadline?: () => AbortSignal;
}

const TYPES: Readonly<Record<string, EntityType>> = {
  PERSON: 'PERSON',
  LOCATION: 'LOCATION',
  ORGANIZATION: 'COMPANY',
  EMAIL_ADDRESS: 'EMAIL',
  PHONE_NUMBER: 'PHONE',
  CREDIT_CARD: 'CARD',
  IBAN_CODE: 'IBAN',
  IP_ADDRESS: 'IP',
  MAC_ADDRESS: 'DEVICE',
  CRYPTO: 'WALLET',
  AGE: 'AGE',
  US_BANK_NUMBER: 'BANK_ACCOUNT',
  MEDICAL_LICENSE: 'NATIONAL_ID',
};
const MIN_SCORE = 0.5;
const DEADLINE_MS = 3_000;
/** Texts that are asked about at once: the analyzer is a model on one machine. */
const AT_ONCE = 4;

/** A Presidio analyzer: POST analyze {text, language}. When it is down, our own recognisers work alone. */
export function createPresidioRecogniser(options: PresidioOptions): RemoteRecogniser {
  const { client, warn, minScore = MIN_SCORE, deadline = () => AbortSignal.timeout(DEADLINE_MS) } = options;
  let down = false;
  const analyse = async (text: string, language: string, signal: AbortSignal): Promise<Entity[]> => {
    try {
      const { json } = await client.request({
        method: 'POST',
        path: 'analyze',
        json: { text, language },
        retry: 'safe',
        signal,
      });
      const entities = readFindings(json, text, minScore);
      down = false;
      return entities;
    } catch {
      // The reason may quote the text that was sent.
      if (!down) warn('The remote recogniser does not answer as expected; redaction goes on without it');
      down = true;
      return [];
    }
  };
  return {
    async recogniserFor(texts, language) {
      const distinct = [...new Set(texts)].filter((text) => text.trim() !== '');
      const signal = deadline();
      const byText = new Map<string, Entity[]>();
      const waiting = distinct.values();
      const work = async (): Promise<void> => {
        for (const text of waiting) byText.set(text, await analyse(text, languageOf(language), signal));
      };
      await Promise.all(Array.from({ length: AT_ONCE }, work));
      return (text) => byText.get(text) ?? [];
    },
  };
}

function readFindings(json: unknown, text: string, minScore: number): Entity[] {
  if (!Array.isArray(json)) throw new TypeError('Expected a list of findings');
  const offsets = utf16Offsets(text);
  return json.flatMap((finding: unknown) => {
    const { entity_type: name, start, end, score } = Object(finding) as Record<string, unknown>;
    const type = typeof name === 'string' ? typeOf(name) : undefined;
    const [from, to] = [offsets(start), offsets(end)];
    const sure = typeof score === 'number' && score >= minScore;
    return type && sure && from !== undefined && to !== undefined && from < to ? [{ type, start: from, end: to }] : [];
  });
}

/** Presidio knows `pt`, not `pt-BR`. */
function languageOf(language: string): string {
  return language.split(/[-_]/, 1)[0]?.toLowerCase() || 'en';
}

function typeOf(name: string): EntityType | undefined {
  if (TYPES[name]) return TYPES[name];
  if (name.endsWith('_PASSPORT')) return 'PASSPORT';
  if (/_DRIVER_LICEN[CS]E$/.test(name)) return 'DRIVER_LICENSE';
  return /^[A-Z]{2}_/.test(name) ? 'NATIONAL_ID' : undefined;
}

/** Presidio counts code points: after an emoji its offsets are not ours. */
function utf16Offsets(text: string): (offset: unknown) => number | undefined {
  const starts: number[] = [];
  for (let i = 0; i < text.length; i += (text.codePointAt(i) ?? 0) > 0xffff ? 2 : 1) starts.push(i);
  starts.push(text.length);
  return (offset) => (typeof offset === 'number' ? starts[offset] : undefined);
}
