// Proves that a webhook came from Zalo: mac = sha256(app id + raw body + timestamp + OA secret key), plain SHA-256 (Zalo OA webhook).
import { createHash } from 'node:crypto';
import { sameSecret } from '../../http/secrets.ts';

/** Which of the reported variants matched; the documented one is app id, time of the body, OA secret key. */
type SignedBy = { first: 'app' | 'oa'; time: 'body' | 'header'; key: 'oa-secret' | 'app-secret' };
export type Keys = {
  appId: string;
  /** The account's own id, as the event names it. */
  oaId: string | undefined;
  secretKey: string;
  appSecret: string;
};

/** `header` is X-ZEvent-Signature, with or without "mac="; `body` the raw bytes as text. */
export function signedBy(
  header: string | undefined,
  body: string,
  times: { body: string; header?: string | undefined },
  keys: Keys,
): SignedBy | undefined {
  const given = (header ?? '').trim().replace(/^mac=/i, '').toLowerCase();
  for (const [key, secret] of [
    ['oa-secret', keys.secretKey],
    ['app-secret', keys.appSecret],
  ] as const)
    for (const [time, at] of [
      ['body', times.body],
      ['header', times.header],
    ] as const)
      for (const [first, id] of [
        ['app', keys.appId],
        ['oa', keys.oaId],
      ] as const) {
        if (at === undefined || id === undefined) continue;
        const mac = createHash('sha256').update(`${id}${body}${at}${secret}`).digest('hex');
        if (sameSecret(given, mac)) return { first, time, key };
      }
  return undefined;
}
