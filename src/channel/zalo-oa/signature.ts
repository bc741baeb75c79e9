// Proves that a webhook came from Zalo: mac = sha256(app id + raw body + timestamp + OA secret key), plain SHA-256 (Zalo OA webhook).
import { createHash } from 'node:crypto';
import { sameSecret } from '../secrets.ts';

/** `header` is X-ZEvent-Signature, with or without "mac="; `body` the raw bytes as text. Which first term matched, or undefined. */
export function signedBy(
  header: string | undefined,
  body: string,
  timestamp: string,
  keys: { appId: string; secretKey: string; oaId: string | undefined },
): 'app' | 'oa' | undefined {
  const given = (header ?? '').replace(/^mac=/, '').toLowerCase();
  const mac = (first: string): string =>
    createHash('sha256').update(`${first}${body}${timestamp}${keys.secretKey}`).digest('hex');
  if (sameSecret(given, mac(keys.appId))) return 'app';
  return keys.oaId && sameSecret(given, mac(keys.oaId)) ? 'oa' : undefined;
}
