// npm run ask — one question, or many as JSON lines, answered as of today or another day.
import { createInterface } from 'node:readline';
import { z } from 'zod';
import { loadConfig } from '../config.ts';
import { plainText } from '../conversation/message.ts';
import { showTurn } from '../conversation/show/turn.ts';
import { talkAlone } from '../conversation/talk-alone.ts';
import { loadKnowledge } from '../knowledge/files/load.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import { Day } from '../knowledge/schema/fields.ts';
import { vietnamDay } from '../language/dates.ts';

const Line = z.object({
  id: z.union([z.string(), z.number()]).optional(),
  q: z.string().optional(),
  dialog: z.array(z.string()).min(1).optional(),
});

const usage =
  'Dùng: npm run ask -- "câu hỏi" [--as-of YYYY-MM-DD] [--why]   hoặc   npm run ask -- --jsonl [--as-of YYYY-MM-DD]';

function readArguments(args: readonly string[]): {
  jsonl: boolean;
  why: boolean;
  asOf: string | undefined;
  question: string;
} {
  const rest: string[] = [];
  let asOf: string | undefined;
  for (let i = 0; i < args.length; i++) {
    const arg = args[i] ?? '';
    if (arg === '--as-of') asOf = args[++i] ?? '';
    else if (arg.startsWith('--as-of=')) asOf = arg.slice('--as-of='.length);
    else if (/^--[a-z]/.test(arg) && arg !== '--jsonl' && arg !== '--why')
      stopWith(`Không có tùy chọn ${arg}.\n${usage}`);
    else if (!arg.startsWith('--')) rest.push(arg);
  }
  return { jsonl: args.includes('--jsonl'), why: args.includes('--why'), asOf, question: rest.join(' ') };
}

function stopWith(message: string): never {
  console.error(message);
  process.exit(2);
}

const given = readArguments(process.argv.slice(2));
const asOf = Day.optional().safeParse(given.asOf);
if (!asOf.success)
  stopWith(`--as-of “${given.asOf}”: ${asOf.error.issues[0]?.message}; viết --as-of 2025-07-01.\n${usage}`);
if (!given.jsonl && given.question.trim() === '') stopWith(usage);

const config = loadConfig(process.env);
const loaded = loadKnowledge(config.KNOWLEDGE_DIR, config.CACHE_DIR);
if (!loaded.knowledge)
  stopWith(`Kho kiến thức có lỗi; chạy "npm run knowledge:check" để xem ${loaded.problems.length} lỗi.`);
const knowledge: Knowledge = loaded.knowledge;
const today = vietnamDay(new Date());
const newTalk = () => talkAlone(knowledge, today, undefined, asOf.data);

if (given.jsonl) await answerLines();
else answerOne();

function answerOne(): void {
  const turn = newTalk().say({ kind: 'text', text: given.question });
  console.log(turn.replies.map(plainText).join('\n\n'));
  for (const choice of turn.replies.at(-1)?.choices ?? []) console.log(`  [${choice.label}]`);
  if (!given.why) return;
  const hits = knowledge.search.rank(given.question, 5);
  console.log('\nVì sao:');
  for (const hit of hits) console.log(`  ${hit.score.toFixed(3)} ${hit.id} ${JSON.stringify(hit.parts)}`);
  const best = hits[0];
  if (best) console.log(JSON.stringify(knowledge.search.explain(given.question, best.id), null, 1));
}

/** Reads {"id","q"} or {"id","dialog"} lines; a line that is neither gives an error line with its id, never stops the rest. */
async function answerLines(): Promise<void> {
  for await (const text of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
    if (text.trim() === '') continue;
    process.stdout.write(`${JSON.stringify(answerLine(text))}\n`);
  }
}

function answerLine(text: string): Record<string, unknown> {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return { id: null, error: 'the line is not JSON' };
  }
  const line = Line.safeParse(json);
  if (!line.success) return { id: null, error: 'the line must be {"id","q"} or {"id","dialog":[…]}' };
  const { id = null, q, dialog } = line.data;
  const turns = dialog ?? (q === undefined ? [] : [q]);
  if (turns.length === 0) return { id, error: 'the line has neither "q" nor "dialog"' };
  const began = performance.now();
  const talk = newTalk();
  let took = 0;
  for (const turn of turns.slice(0, -1)) talk.say({ kind: 'text', text: turn });
  const lastBegan = performance.now();
  const last = talk.say({ kind: 'text', text: turns.at(-1) ?? '' });
  took = performance.now() - (dialog ? lastBegan : began);
  return { id, ...showTurn(knowledge, last, today), ms: Math.round(took * 1000) / 1000 };
}
