import type { Entity, EntityType, Recogniser } from '../entity.ts';

/** Adds what a model on another machine finds; an admin who runs one gains recall, nobody needs it. */
export interface RemoteRecogniser {
  /** A recogniser that knows what these texts hold, and finds nothing in others. Never rejects. */
  recogniserFor(texts: readonly string[], language: string): Promise<Recogniser>;
}

/** The part of a `HttpClient` of `@draftsmith/http` that is used. Its deadline should be short: a draft waits for it. */
export interface AnalyzerClient {
  request(request: { method: 'POST'; path: string; json: unknown; retry: 'safe' }): Promise<{ json: unknown }>;
}

export interface PresidioOptions {
  client: AnalyzerClient;
  /** Called once when the analyzer fails, and again only after it worked in between. */
  warn: (message: string) => void;
  /** Findings below it are left out. 0 to 1. */
  minScore?: number;
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

/** A Presidio analyzer: POST analyze {text, language}. When it is down, our own recognisers work alone. */
export function createPresidioRecogniser({ client, warn, minScore = MIN_SCORE }: PresidioOptions): RemoteRecogniser {
  let down = false;
  const analyse = async (text: string, language: string): Promise<Entity[]> => {
    try {
      const { json } = await client.request({
        method: 'POST',
        path: 'analyze',
        json: { text, language },
        retry: 'safe',
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
      const found = await Promise.all(distinct.map((text) => analyse(text, language)));
      const byText = new Map(distinct.map((text, i) => [text, found[i] ?? []]));
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
