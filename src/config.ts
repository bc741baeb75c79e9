// The only reader of the environment: one zod schema, one function.
import { z } from 'zod';

const text = z.string().trim().min(1).optional();
const url = z.url().transform((u) => u.replace(/\/+$/, ''));

const Env = z.object({
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  PUBLIC_URL: url.optional(),
  /** How many proxies of ours stand in front and add to X-Forwarded-For; 0 believes none of it. */
  TRUST_PROXY: z.coerce.number().int().min(0).max(9).default(0),
  /** How long a stop is told to whoever asks before nothing new is taken; by default 5 behind a proxy, which must notice, else 1. */
  DRAIN_SECONDS: z.coerce.number().min(0).max(60).optional(),
  DATABASE_URL: z
    .string()
    .regex(
      /^(sqlite:.+|postgres(ql)?:\/\/.+)$/,
      'write sqlite:./path/file.db or postgres://user:password@host/name',
    )
    .default('sqlite:./data/hoi-htx.db'),
  DATA_KEY: text,
  DATA_DIR: z.string().default('./data'),
  /** What can be made again, such as what the ranker learnt; by default inside DATA_DIR. */
  CACHE_DIR: text,
  KNOWLEDGE_DIR: z.string().default('./knowledge'),
  /** facts.json for `knowledge:coverage`, and for `knowledge:check` and the tests to compare clauses with. */
  FACTS_FILE: text,
  /** The folder of the texts that clauses name under `text:`, to be compared with. */
  SEED_DIR: text,
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  TELEGRAM_BOT_TOKEN: text,
  TELEGRAM_API_ROOT: url.default('https://api.telegram.org'),
  TELEGRAM_WEBHOOK_SECRET: z
    .string()
    .regex(/^[A-Za-z0-9_-]{1,256}$/, 'Telegram allows only A-Z a-z 0-9 _ - here')
    .optional(),
  ZALO_BOT_TOKEN: text,
  ZALO_BOT_API_ROOT: url.default('https://bot-api.zaloplatforms.com'),
  ZALO_BOT_WEBHOOK_SECRET: z.string().min(8).max(256).optional(),
  ZALO_OA_APP_ID: text,
  ZALO_OA_APP_SECRET: text,
  ZALO_OA_SECRET_KEY: text,
  ZALO_OA_REFRESH_TOKEN: text,
  ZALO_OA_API_ROOT: url.default('https://openapi.zalo.me'),
  ZALO_OA_OAUTH_ROOT: url.default('https://oauth.zaloapp.com'),
});

export type Config = z.infer<typeof Env> & { PUBLIC_URL: string; CACHE_DIR: string; DRAIN_SECONDS: number };

/** Reads settings from `env` (empty values count as unset). Throws one Error that names every wrong setting, never its value. */
export function loadConfig(env: Record<string, string | undefined>): Config {
  const set = Object.fromEntries(
    Object.entries(env).filter(([, value]) => value !== undefined && value !== ''),
  );
  const read = Env.safeParse(set);
  if (!read.success) {
    const wrong = read.error.issues.map((i) => `  ${i.path.join('.')}: ${i.message}`).join('\n');
    throw new Error(`Settings are wrong. Mend them in the environment and start again:\n${wrong}`);
  }
  const { PUBLIC_URL, CACHE_DIR, DRAIN_SECONDS, ...rest } = read.data;
  return {
    ...rest,
    PUBLIC_URL: PUBLIC_URL ?? `http://localhost:${rest.PORT}`,
    DRAIN_SECONDS: DRAIN_SECONDS ?? (rest.TRUST_PROXY > 0 ? 5 : 1),
    CACHE_DIR: CACHE_DIR ?? `${rest.DATA_DIR}/cache`,
  };
}
