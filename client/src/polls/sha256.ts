/**
 * SHA-256 of a text as `sha256sum` finds it; null where the browser cannot tell: it offers digests only on encrypted
 * connections and on the reader's own machine.
 */
export async function sha256(text: string): Promise<string | null> {
  if (!globalThis.isSecureContext) return null;
  const bytes = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
