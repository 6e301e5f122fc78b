/** The token of a mailed link: behind `#`, so that it was sent to no server. */
export function tokenIn(hash: string): string | null {
  const token = new URLSearchParams(hash.slice(1)).get('token');
  return token === '' ? null : token;
}
