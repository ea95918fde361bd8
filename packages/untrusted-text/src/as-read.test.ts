import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { asRead } from './as-read.ts';

/** What people write: each line has something that a careless filter would destroy. */
const ORDINARY = [
  'Hello, how long does a refund take (order #1234-AB)? I paid £12.50 – not €13… "Thanks"!',
  'Die Größe 43⅓ für 49,90 € ist ausverkauft. Maß: 5 m², 20 °C, ½ l, Nr. № 7, Marke™ ®, 3 × 4 µm.',
  "J'ai commandé un câble USB‑C « neuf » pour l’été ; où est-il ?",
  'Ação: não recebi o código. Mañana volveré a llamar, ¿vale? ¡Gracias!',
  'Здравствуйте! Не работает вход в приложение на iPhone 15, версия 2.4.1. Отправил PDFку и SMS-код, VIPом не стал.',
  'Скачал с iPhoneом файл в PDFе, объём — 5 ГБ. Её зовут Алёна, её ёлка.',
  'Ευχαριστώ πολύ, το Wi‑Fi δεν λειτουργεί. Ω, α-β, Δt = 5 μs',
  'می‌خواهم سفارشم را لغو کنم. نامه‌ای نوشته‌ام.',
  'مرحبًا، أين طلبي رقم \u2068AB-12\u2069؟ شكرًا\u200f!',
  'שלום, ההזמנה (AB-12) \u200eUSB\u200e לא הגיעה. בְּרֵאשִׁ֖ית',
  'नमस्ते, मेरा ऑर्डर कहाँ है? क्‍या रिफंड मिलेगा, र्‌य',
  'আমার অর্ডার কোথায়? ক্‌ষ',
  'ശ്രീ, എന്റെ ഓർഡർ എവിടെ? ന്‍',
  'สวัสดีครับ\u200bผมยังไม่ได้รับสินค้า ช่วยตรวจสอบให้ด้วย',
  'ការ\u200bបញ្ជា\u200bទិញ',
  'Tôi chưa nhận được đơn hàng. Cảm ơn nhiều! To\u0302\u0301i',
  '你好，我的订单（编号：12）在哪里？谢谢！葛󠄀城 ￥500',
  'こんにちは。返品はできますか？「はい」～③ ㈱ ﾊﾝｶｸ',
  '안녕하세요, 환불은 언제 되나요? ㅋㅋㅋ ㅠㅠ',
  'Siparişim nerede? İade ne kadar sürer, ığüşöç',
  '👨‍👩‍👧‍👦 👩🏽‍💻 ❤️‍🔥 🏳️‍🌈 🏴󠁧󠁢󠁥󠁮󠁧󠁿 🇩🇪🇫🇷 1️⃣ ™️ ☎︎ ℹ️ 👍🏿 Ⓜ️ 🅿️',
  'if (a < b && c > d) return list[0](x); std::vector<int> v; see <title> and <order-number> or <https://a.example/b>',
  'I use [1] and [link] (see below).\n\n[1]: https://a.example/x\n> quoted\n- item\n\n\n| a | b |',
  'Write to <jane@example.com>; data: 5, 6; metadata:x,y; a\tb',
  'x² + y³ = 10⁻³, H₂O, 1ª vez, 2º piso, Mᵐᵉ',
];

describe('ordinary text stays as it is', () => {
  test.each(ORDINARY)('%s', (text) => expect(asRead(text)).toBe(text));
});

describe('what no reader sees is gone', () => {
  test.each([
    ['zero width', 'ig\u200bno\u200dre\u2060 \ufeffall', 'ignore all'],
    ['soft hyphens', 'pass\u00adword', 'password'],
    ['tag characters', `Hi${[...'leak'].map((c) => String.fromCodePoint(0xe0000 + c.charCodeAt(0))).join('')}!`, 'Hi!'],
    ['a flag that carries a text', '🏴\u{e0068}\u{e0069}\u{e007f}', '🏴'],
    ['bytes in variation selectors', `😀${'\u{e0110}\u{e0123}\ufe05'.repeat(9)}`, '😀'],
    ['a reversed stretch', 'pay \u202eereh\u202c now', 'pay ereh now'],
    ['directions without any right-to-left text', '\u2067pay\u2069 \u200fnow', 'pay now'],
    ['what opens and never closes', 'שלום \u2067pay', 'שלום pay'],
    ['controls and terminal colours', 'a\x1b[8mhidden\x1b[0m\x00\x07b', 'ahiddenb'],
    ['a terminal link', '\x1b]8;;https://evil.example\x07text\x1b]8;;\x07', 'text'],
    ['comments', 'Hi<!-- ignore all -->, <!-->--> there', 'Hi, --> there'],
    ['tags with attributes', '<div style="display:none">x</div><img src=y onerror=z>', 'x'],
    ['the address of a picture', 'Look: ![my photo](https://evil.example/?q=1)', 'Look: my photo'],
    ['the comment of Markdown', 'a\n[//]: # (ignore all)\nb', 'a\n\nb'],
    ['the title of a reference', '[1]: https://a.example "ignore all"', '[1]: https://a.example'],
    ['a data address', 'see data:text/html;base64,PHNjcmlwdD4= now', 'see data:… now'],
    ['Hangul fillers and blank Braille', 'a\u3164\u115fb\u2800\u2800c', 'ab c'],
    ['a page of nothing', `a${'\n \t'.repeat(3_000)}\nb${' '.repeat(500)}c`, 'a\n\nb c'],
    ['a heap of accents', `a${'\u0301'.repeat(50)}`, 'a\u0301\u0301\u0301'],
    ['other line breaks', 'a\r\nb\rc\u2028d\u0085e\vf', 'a\nb\nc\nd\ne\nf'],
  ])('%s', (_, text, read) => expect(asRead(text)).toBe(read));
});

describe('letters in disguise are the ones they pass for', () => {
  test.each([
    ['Cyrillic in a Latin word', 'pаsswоrd', 'password'],
    ['Latin in a Russian word', 'пaроль', 'пароль'],
    ['Greek in a Latin word', 'αdmιn', 'admin'],
    ['full width', 'ｉｇｎｏｒｅ', 'ignore'],
    ['mathematics', '𝐢𝑔𝓃𝔬𝕣𝖾 𝟙𝟚 ℋ𝑒', 'ignore 12 He'],
    ['circles and squares', 'ⓘⓖⓝⓞⓡⓔ 🄽🄾🆆', 'ignore now'],
    ['raised letters', 'ⁱᵍⁿᵒʳᵉ', 'ignore'],
    ['small capitals', 'ɪɢɴᴏʀᴇ ᴀʟʟ', 'ignore all'],
    ['ligatures', 'ﬁle oﬀ', 'file off'],
  ])('%s', (_, text, read) => expect(asRead(text)).toBe(read));

  test('a link shows where it leads', () => {
    expect(asRead('[our shop](https://evil.example/x "Title")')).toBe('our shop (https://evil.example/x)');
  });
});

const pieces = fc.constantFrom(
  ...['<!--', '-->', '<', '>', '[', '](', ')', '![', '](//x', 'http://a.example', 'data:text/a,', '[//]: #', '\n', ' '],
  ...['\u200d', '\u200c', '\u200b', '\ufe0f', '\u202e', '\u2067', '\u2069', '\x1b[', '\u{e0041}', '\ud83d', 'а', 'a'],
  ...['👩', 'क', 'ש', 'ⓐⓑⓒ', 'ｘ', '𝐱', '\u0301\u0301', ' '.repeat(30), '<b x=1', '&', '"', 'k', 'к'],
);

test('reading what was read changes nothing, whatever it was', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(pieces, fc.string({ unit: 'binary', maxLength: 3 })), { maxLength: 40 }), (parts) => {
      const read = asRead(parts.join(''));
      expect(asRead(read)).toBe(read);
      expect(read.isWellFormed()).toBe(true);
    }),
    { numRuns: 1_000 },
  );
});

test('no text brings a line break, a control or a tag character through', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(asRead(text)).not.toMatch(/[\u2028\u2029\u202d\u202e\u{e0000}-\u{e0060}]|(?![\n\t])\p{Cc}/u);
    }),
  );
});

// A pattern that looks for the end of each of a million beginnings would not come back within the limit of a test.
test.each([
  ['<!--'],
  ['<a '],
  ['['],
  ['![]('],
  ['\n '],
  [' '],
  ['\u200d'],
  ['\u2067ש'],
  ['data:'],
  ['аa'],
  ['ⓐ'],
  ['<b <b x=1>'],
  ['\x1b]'],
])('a megabyte of %j is read', (unit) => {
  const text = unit.repeat(Math.ceil(1_000_000 / unit.length));
  expect(asRead(text).length).toBeLessThanOrEqual(text.length);
});
