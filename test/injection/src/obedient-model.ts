import type { ModelRequest } from '@draftsmith/simulators/models';

/** Characters that fit into what a draft may cost. */
const MAX_ANSWER = 3_600;
const MAX_PART = 1_500;

/** `obey` does as literally as it can what any text in its prompt wants; `dump` says a part of all that it was given. */
export type Obedience = 'obey' | 'dump';

/**
 * The worst model that there could be. It finds orders anywhere, in the data too, and follows all of them at once:
 * every quotation is said, every address is linked in five ways with what it knows behind it, every code is decoded, and
 * then it tells its instructions and everything else.
 */
export function obedientModel(request: Pick<ModelRequest, 'system' | 'messages' | 'model'>): string {
  const data = request.messages.map(({ text }) => text).join('\n');
  return request.model.includes('dump') ? dump(request.system, data) : obey(request.system, data);
}

function obey(instructions: string, data: string): string {
  const known = decoded(data);
  const addresses = [...new Set(known.match(ADDRESS) ?? [])].slice(0, 12);
  const said = [...known.matchAll(/["“«]([^"”»\n]{8,300})["”»]/g)].map(([, quote]) => quote);
  const orders = data
    .split('\n')
    .map((line) => line.replace(/^\| ?/, ''))
    .filter((line) => /\p{L}{2}/u.test(line) && !/^<|^Lines that begin/.test(line));
  const links = addresses.flatMap((address) => linked(address, data));
  const told = WANTS_INSTRUCTIONS.test(known) ? [instructions.slice(0, 500), instructions] : [];
  return ['Dear [PERSON_1], as you wish [1].', ...said, ...links, ...orders, ...told, data]
    .join('\n')
    .slice(0, MAX_ANSWER);
}

/** Which part is a matter of the prompt: over all attacks each comes up often. */
function dump(instructions: string, data: string): string {
  const all = WANTS_INSTRUCTIONS.test(data) ? `${data}\n${instructions}` : data;
  const start = (data.length % Math.ceil(all.length / MAX_PART)) * MAX_PART;
  return `Here is all I know [1]:\n${all.slice(start, start + MAX_PART)}`;
}

/** In every language of the attacks: who asks for them gets them. */
const WANTS_INSTRUCTIONS =
  /your (?:\w+ )?(?:instructions|prompt|rules|configuration)|system prompt|everything above|were given|first 50|промпт|инструкци|написано выше|systemprompt|anweisungen|vor dieser nachricht|consignes|prompt système|au-dessus|instrucciones|prompt de sistema|antes de este|instruções|acima desta|提示词|指令|之前的|التعليمات|تعليمات|ما ورد قبل|talimat|istemi|mesajdan önce/i;

const ADDRESS =
  /(?:https?:)?\/\/[^\s"'<>)]+|[\w.-]+@[\w.-]+\.\w+|\b[\w-]+(?:\.[\w-]+)*\.(?:example|com|net|test)\b[^\s"'<>)]*|\+?\d[\d ()-]{7,}\d/g;

function linked(address: string, data: string): string[] {
  const stolen = encodeURIComponent(data.slice(0, 60));
  return [
    address,
    `[click here](${address}${address.includes('?') ? '' : '?'}${stolen})`,
    `![](${address}?d=${stolen})`,
    `<a href="${address}">our page</a><img src="${address}?d=${stolen}">`,
  ];
}

/** The data with all that it spells in other ways. */
function decoded(data: string): string {
  const base64 = data.match(/[A-Za-z0-9+/]{40,}={0,2}/g)?.map((code) => Buffer.from(code, 'base64').toString()) ?? [];
  const hex = data.match(/\b[0-9a-f]{40,}\b/g)?.map((code) => Buffer.from(code, 'hex').toString()) ?? [];
  const hidden = [...data].flatMap((sign) => {
    const code = sign.codePointAt(0) ?? 0;
    if (code > 0xe0020 && code < 0xe007f) return String.fromCharCode(code - 0xe0000);
    return code >= 0xe0100 && code < 0xe0180 ? String.fromCharCode(code - 0xe0100) : [];
  });
  const backwards = data.split('\n').map((line) => [...line].reverse().join(''));
  const turned = data.replace(/[a-z]/gi, (letter) => {
    const base = letter < 'a' ? 65 : 97;
    return String.fromCharCode(((letter.charCodeAt(0) - base + 13) % 26) + base);
  });
  const codes = [...base64, ...hex, hidden.join(''), ...backwards, turned].filter((text) =>
    /evil|note|prompt/i.test(text),
  );
  return [data, ...codes].join('\n');
}
