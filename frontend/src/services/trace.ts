/**
 * The `traceparent` header of a request (W3C Trace Context, level 1): a new trace whose first span is the click in this
 * browser. Random only, it names neither person nor page.
 */
export function traceparent(): string {
  return `00-${randomHex(16)}-${randomHex(8)}-01`;
}

function randomHex(bytes: number): string {
  const random = crypto.getRandomValues(new Uint8Array(bytes));
  if (random.every((byte) => byte === 0)) random[0] = 1; // all zeros are no id
  return Array.from(random, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
