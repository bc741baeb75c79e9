// Seals what is personal before it is stored (AES-256-GCM) and makes keyed hashes to look it up by.
import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  hkdfSync,
  type KeyObject,
  randomBytes,
  scryptSync,
} from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { flush } from './files.ts';

export type Vault = {
  /** Text → "v1." + base64url of nonce, tag and ciphertext. The same text never seals to the same words twice. */
  seal: (text: string) => string;
  /** Throws when the words were sealed with another key or changed. */
  unseal: (sealed: string) => string;
  /** HMAC-SHA256, hex: equal texts have equal hashes, nothing can be read back without the key. */
  hash: (text: string) => string;
};

const version = 'v1.';

export function makeVault(key: Buffer): Vault {
  // As key objects: handing node the bytes each time more than doubles the cost of a seal.
  const sub = (name: string): KeyObject =>
    createSecretKey(Buffer.from(hkdfSync('sha256', key, 'hoi-htx', name, 32)));
  const sealing = sub('seal');
  const hashing = sub('hash');
  return {
    seal(text) {
      const nonce = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', sealing, nonce);
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return version + Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64url');
    },
    unseal(sealed) {
      if (!sealed.startsWith(version)) throw new Error('sealed text of an unknown version');
      const whole = Buffer.from(sealed.slice(version.length), 'base64url');
      const decipher = createDecipheriv('aes-256-gcm', sealing, whole.subarray(0, 12), { authTagLength: 16 });
      decipher.setAuthTag(whole.subarray(12, 28));
      return decipher.update(whole.subarray(28), undefined, 'utf8') + decipher.final('utf8');
    },
    hash: (text) => createHmac('sha256', hashing).update(text).digest('hex'),
  };
}

export const keyFile = (folder: string): string => join(folder, 'data.key');

/**
 * The key: DATA_KEY (32 bytes in base64, or a pass phrase of at least 16 characters), or else `data.key` in `folder`,
 * made with mode 0600 on first use. Losing it means losing every name and phone.
 */
export function loadKey(dataKey: string | undefined, folder: string): Buffer {
  if (dataKey !== undefined) {
    const bytes = Buffer.from(dataKey, 'base64');
    if (bytes.length === 32 && /^[A-Za-z0-9+/_-]{43}=?$/.test(dataKey)) return bytes;
    if (dataKey.length < 16)
      throw new Error('DATA_KEY is too short: give 32 bytes in base64, or a phrase of 16 characters or more');
    return scryptSync(dataKey, 'hoi-htx data key', 32);
  }
  const file = keyFile(folder);
  if (!existsSync(file)) {
    mkdirSync(folder, { recursive: true });
    // On the disk before anything is sealed with it.
    writeFileSync(file, `${randomBytes(32).toString('base64')}\n`, { mode: 0o600, flag: 'wx', flush: true });
    flush(folder);
  }
  const bytes = Buffer.from(readFileSync(file, 'utf8').trim(), 'base64');
  if (bytes.length !== 32)
    throw new Error(`${file} does not hold a key; put the right one back from your backup`);
  return bytes;
}
