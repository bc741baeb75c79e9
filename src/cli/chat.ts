// npm run chat — the same talk in the terminal, for people or, with --jsonl, for programs.
import { createInterface } from 'node:readline';
import { z } from 'zod';
import { loadConfig } from '../config.ts';
import { plainText, type Said } from '../conversation/message.ts';
import { freshState } from '../conversation/state.ts';
import { type Alone, talkAlone, transcript } from '../conversation/talk-alone.ts';
import { loadKnowledge } from '../knowledge/files/load.ts';
import { vietnamDay } from '../language/dates.ts';

const Line = z.object({
  from: z.union([z.string(), z.number()]),
  text: z.string().optional(),
  choose: z.string().optional(),
});

const config = loadConfig(process.env);
const loaded = loadKnowledge(config.KNOWLEDGE_DIR, config.CACHE_DIR);
if (!loaded.knowledge) {
  console.error('Kho kiến thức có lỗi; chạy "npm run knowledge:check" để xem.');
  process.exit(2);
}
const knowledge = loaded.knowledge;
const day = vietnamDay(new Date());
const lines = createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY });

if (process.argv.includes('--jsonl')) await talkInJson();
else await talkInWords();

/** One state per `from`; every reply is one line {"to","text","choices"}. */
async function talkInJson(): Promise<void> {
  const talks = new Map<string | number, Alone>();
  for await (const text of lines) {
    if (text.trim() === '') continue;
    const line = read(text);
    if (!line) {
      process.stdout.write(
        `${JSON.stringify({ error: 'the line must be {"from","text"} or {"from","choose"}' })}\n`,
      );
      continue;
    }
    const talk = talks.get(line.from) ?? talkAlone(knowledge, day, freshState);
    talks.set(line.from, talk);
    const said: Said =
      line.choose !== undefined
        ? { kind: 'choose', id: line.choose }
        : { kind: 'text', text: line.text ?? '' };
    for (const reply of talk.say(said).replies) {
      process.stdout.write(
        `${JSON.stringify({ to: line.from, text: plainText(reply), choices: reply.choices })}\n`,
      );
    }
  }
}

function read(text: string): z.infer<typeof Line> | undefined {
  try {
    const line = Line.safeParse(JSON.parse(text));
    return line.success && (line.data.text ?? line.data.choose) !== undefined ? line.data : undefined;
  } catch {
    return undefined;
  }
}

async function talkInWords(): Promise<void> {
  const talk = talkAlone(knowledge, day, freshState);
  console.log(`${transcript(talk.say({ kind: 'start' }))}\n(gõ câu hỏi, hoặc chữ trong [ ]; Ctrl+D để thôi)`);
  process.stdout.write('\nBạn: ');
  for await (const text of lines) {
    console.log(`\n${transcript(talk.say({ kind: 'text', text }))}`);
    process.stdout.write('\nBạn: ');
  }
  console.log();
}
