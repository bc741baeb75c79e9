// Enforces the two tables of the design: who may import whom, and what pure files may not touch.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, relative, sep } from 'node:path';
import { describe, expect, test } from 'vitest';
import { knowledge } from './support/knowledge.ts';

const src = join(import.meta.dirname, '..', 'src');
const files = readdirSync(src, { recursive: true, withFileTypes: true })
  .filter((e) => e.isFile() && e.name.endsWith('.ts'))
  .map((e) => relative(src, join(e.parentPath, e.name)).split(sep).join('/'));

const mayImport: Record<string, string[]> = {
  /** Puts the program together; nobody but `main` imports it. */
  app: [
    'channel',
    'conversation',
    'knowledge',
    'leads',
    'staff',
    'language',
    'database',
    'http',
    'config.ts',
  ],
  /** The commands of package.json, each by its name; nobody imports them. */
  cli: ['channel', 'conversation', 'knowledge', 'staff', 'language', 'database', 'config.ts'],
  channel: ['conversation', 'http'],
  conversation: ['knowledge', 'leads', 'language', 'database'],
  knowledge: ['language'],
  leads: ['language', 'database'],
  staff: ['leads', 'knowledge', 'conversation', 'database', 'language', 'http'],
  language: [],
  database: [],
  http: [],
};
/** Exceptions the design names: a channel's own journal and tokens go through channel/store. */
const extra: Record<string, string[]> = {
  'channel/store.ts': ['database'],
  'channel/deliver.ts': ['database'],
};

/** Of the two files that lie in none, main.ts and config.ts, their names. */
const folderOf = (file: string): string => file.split('/')[0] ?? '';
const isShell = (file: string): boolean =>
  ['main.ts', 'config.ts', 'app', 'cli', 'channel', 'staff', 'database', 'http'].includes(folderOf(file)) ||
  /(^|\/)(load|store|handle)(\/|\.ts$|-)/.test(file) ||
  /\/(load|store|handle)[^/]*\.ts$/.test(file);

const bannedModules = [
  'node:fs',
  'node:net',
  'node:http',
  'hono',
  'grammy',
  'kysely',
  'better-sqlite3',
  'pg',
  '@hono/node-server',
];
const bannedCalls = [/\bnew Date\(\)/, /\bDate\.now\(/, /\bMath\.random\(/, /\bprocess\.env\b/];

function importsOf(text: string): string[] {
  return [...text.matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map((m) => m[1] ?? '');
}

describe('imports follow the picture', () => {
  for (const file of files.filter((f) => f.includes('/'))) {
    test(file, () => {
      const own = folderOf(file);
      const allowed = [own, ...(mayImport[own] ?? []), ...(extra[file] ?? [])];
      const text = readFileSync(join(src, file), 'utf8');
      const targets = importsOf(text)
        .filter((i) => i.startsWith('.'))
        .map((i) =>
          normalize(join(dirname(file), i))
            .split(sep)
            .join('/'),
        );
      const wrong = targets.filter((t) => !allowed.includes(folderOf(t)));
      expect(wrong).toEqual([]);
    });
  }
});

test('no file needs itself by way of others', () => {
  const needs = new Map(
    files.map((file) => [
      file,
      valuesFrom(readFileSync(join(src, file), 'utf8')).map((i) =>
        normalize(join(dirname(file), i))
          .split(sep)
          .join('/'),
      ),
    ]),
  );
  const done = new Set<string>();
  const cycleFrom = (file: string, path: readonly string[]): readonly string[] | undefined => {
    if (path.includes(file)) return [...path.slice(path.indexOf(file)), file];
    if (done.has(file)) return undefined;
    for (const next of needs.get(file) ?? []) {
      const cycle = cycleFrom(next, [...path, file]);
      if (cycle) return cycle;
    }
    done.add(file);
    return undefined;
  };
  expect(files.map((file) => cycleFrom(file, [])).find((cycle) => cycle !== undefined)).toBeUndefined();
});

/** What is imported from beside to be run; types are gone by then. */
const valuesFrom = (text: string): string[] =>
  [...text.matchAll(/^import (?!type )([^;]*?)from '(\.[^']+)';/gm)]
    .filter(([, names = '']) => /[{,]\s*(?!type\b)\w/.test(names))
    .map(([, , path = '']) => path);

describe('pure files touch nothing outside', () => {
  for (const file of files.filter((f) => !isShell(f))) {
    test(file, () => {
      const text = readFileSync(join(src, file), 'utf8');
      expect(
        importsOf(text).filter((i) => bannedModules.some((b) => i === b || i.startsWith(`${b}/`))),
      ).toEqual([]);
      expect(bannedCalls.filter((c) => c.test(text)).map(String)).toEqual([]);
    });
  }
});

test('SQL stands only in stores and in src/database', () => {
  const isStore = (file: string): boolean =>
    folderOf(file) === 'database' || /(^|\/)store(\/|\.ts$)/.test(file);
  const sql = /\b(selectFrom|insertInto|updateTable|deleteFrom)\(|\bsql(<[^`]*>)?`/;
  const wrong = files.filter((f) => !isStore(f) && sql.test(readFileSync(join(src, f), 'utf8')));
  expect(wrong).toEqual([]);
});

test('only main.ts and the commands hand the environment over; config.ts reads what it is handed', () => {
  const readers = files.filter((f) => /process\.env/.test(readFileSync(join(src, f), 'utf8')));
  expect(readers.filter((f) => f !== 'main.ts' && folderOf(f) !== 'cli')).toEqual([]);
});

test('no talk is handed what is not published: the conversation knows of no drafts', () => {
  const told = files.filter((f) => ['conversation', 'channel'].includes(folderOf(f)));
  const knowing = told.filter((f) => /with-drafts|\.drafts\b/.test(readFileSync(join(src, f), 'utf8')));
  expect(knowing).toEqual([]);
});

test('nothing lies beside the folders but where the program begins and its settings', () => {
  expect(files.filter((f) => !f.includes('/')).sort()).toEqual(['config.ts', 'main.ts']);
});

const root = join(src, '..');
const all = ['src', 'test', 'bench'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((e) => e.isFile() && /\.[jt]s$/.test(e.name))
    .map((e) => join(e.parentPath, e.name)),
);

test('around the conversation nothing is exported that no other file names', () => {
  const words = new Map(all.map((p) => [relative(src, p), readFileSync(p, 'utf8').match(/\w+/g) ?? []]));
  const namedIn = new Map<string, Set<string>>();
  for (const [file, names] of words)
    for (const name of names) namedIn.set(name, (namedIn.get(name) ?? new Set()).add(file));
  const exported = /^export (?:async )?(?:const|function|class|type) (\w+)/gm;
  const needless = files
    .filter((f) => ['app', 'channel', 'database', 'leads', 'staff', 'http'].includes(folderOf(f)))
    .flatMap((f) => [...readFileSync(join(src, f), 'utf8').matchAll(exported)].map((m) => [f, m[1] ?? '']))
    .filter(([, name = '']) => (namedIn.get(name)?.size ?? 0) < 2);
  expect(needless).toEqual([]);
});

test('every source file opens with one sentence saying what it is for', () => {
  const silent = all.filter((path) => !/^\/\/ .{15,}/.test(readFileSync(path, 'utf8')));
  expect(silent.map((path) => relative(root, path))).toEqual([]);
});

describe('what is true of one place stands in knowledge/, never in src/', () => {
  const everything = readdirSync(src, { recursive: true, withFileTypes: true })
    .filter((e) => e.isFile())
    .map((e) => join(e.parentPath, e.name))
    .map((path) => ({ file: relative(src, path), text: readFileSync(path, 'utf8') }));
  const kinds = /^(phường|xã|thành phố|thị xã|tỉnh|huyện|thôn|tp|p)\s+/i;
  const names = [...knowledge.places.values()]
    .flatMap((p) => [p.name, ...p.aliases])
    .map((name) => name.replace(kinds, '').replace(/\s*\(.*\)$/, ''))
    .filter((name) => name.includes(' '));
  const ids = [...knowledge.cards.keys(), ...knowledge.places.keys(), ...knowledge.documents.keys()];
  const forbidden: [string, readonly string[]][] = [
    ['a place', names],
    ['a legal text', [...knowledge.documents.values()].map((d) => d.number)],
    ['a card, place or document by its id', ids.flatMap((id) => [`'${id}'`, `:${id}'`, `"${id}"`])],
  ];

  test.each(forbidden)('%s', (_, words) => {
    expect(words.length).toBeGreaterThan(30);
    const found = everything.flatMap(({ file, text }) =>
      words.filter((word) => text.includes(word)).map((word) => `${file}: ${word}`),
    );
    expect(found).toEqual([]);
  });
});
