// Passwords with argon2id from node:crypto; the parameters are stored with each hash, so that they can be raised later.
import { argon2, randomBytes, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';

const derive = promisify(argon2);
/** OWASP's second choice for argon2id: 19 MiB, two passes. */
const cost = { memory: 19_456, passes: 2, parallelism: 1 } as const;
const tagLength = 32;

export const shortestPassword = 10;
export const longestPassword = 200;

/** "argon2id$memory$passes$parallelism$salt$tag", base64url parts. */
export async function hashPassword(password: string): Promise<string> {
  const nonce = randomBytes(16);
  const tag = await derive('argon2id', { message: password, nonce, ...cost, tagLength });
  return [
    'argon2id',
    cost.memory,
    cost.passes,
    cost.parallelism,
    nonce.toString('base64url'),
    tag.toString('base64url'),
  ].join('$');
}

/** Takes as long for an unknown account (`hash` null) as for a wrong password. */
export async function checkPassword(password: string, hash: string | null): Promise<boolean> {
  const [kind, memory, passes, parallelism, salt, tag] = (hash ?? nobody).split('$');
  if (kind !== 'argon2id' || !salt || !tag) return false;
  const expected = Buffer.from(tag, 'base64url');
  const given = await derive('argon2id', {
    message: password.slice(0, longestPassword),
    nonce: Buffer.from(salt, 'base64url'),
    memory: Number(memory),
    passes: Number(passes),
    parallelism: Number(parallelism),
    tagLength: expected.length,
  });
  return timingSafeEqual(given, expected) && hash !== null;
}

const nobody = [
  'argon2id',
  cost.memory,
  cost.passes,
  cost.parallelism,
  Buffer.alloc(16).toString('base64url'),
  Buffer.alloc(tagLength).toString('base64url'),
].join('$');
