/** `XPS`, `MG3620`, `8.20`, `PIXMA`: words with a digit, or in capitals, of two characters and more. */
const NAME = /(?<![\p{L}\d])(?=[\p{L}\d.-]*(?:\d|\p{Lu}\p{Lu}))[\p{L}\d][\p{L}\d.-]*[\p{L}\d](?![\p{L}\d])/gu;
/** Steps of a list, durations and the like say nothing of a product. */
const PLAIN_NUMBER = /^\d{1,2}$/;
/** Capitals that every support desk writes. */
const COMMON = new Set(
  'ok id it faq pdf url usb pc ssl tls vpn dns ip api app bios cpu gpu ram ssd hdd wi-fi asap ceo hr rh ti edv'.split(
    ' ',
  ),
);

/** What a text names by model, version or brand, lower case. */
export function productNames(text: string): Set<string> {
  const found = text.match(NAME) ?? [];
  return new Set(
    found.map((name) => name.toLowerCase()).filter((name) => !PLAIN_NUMBER.test(name) && !COMMON.has(name)),
  );
}

/**
 * Whether a reply speaks of something that the message never mentions: "We are sorry about your Canon PIXMA MG3620" is no
 * answer to a question about a payroll system, however urgent both are.
 */
export function namesAnotherProduct(reply: string, message: string): boolean {
  const mentioned = productNames(message);
  return [...productNames(reply)].some((name) => !mentioned.has(name));
}
