// What one would write in an afternoon: grammY, fuse.js over the same cards, better-sqlite3, one transaction a message; it need not even send.
import { createServer } from 'node:http';
import SqliteDatabase from 'better-sqlite3';
import Fuse from 'fuse.js';
import { Bot, webhookCallback } from 'grammy';
import { loadKnowledge } from '../../src/knowledge/files/load.ts';
import { fold } from '../../src/language/fold.ts';

const [port, file, secret, knowledgeFolder] = process.argv.slice(2) as [string, string, string, string];
const knowledge = loadKnowledge(knowledgeFolder).knowledge;
if (!knowledge) throw new Error('the knowledge has mistakes');
const rows = [...knowledge.cards.values()].flatMap((card) =>
  [card.title, ...card.asks].map((ask) => ({ card, ask: fold(ask) })),
);
const fuse = new Fuse(rows, { keys: ['ask'], ignoreLocation: true, threshold: 0.6 });

const db = new SqliteDatabase(file);
db.pragma('journal_mode = WAL');
db.pragma('synchronous = FULL');
db.exec(`
  create table if not exists seen (update_id integer primary key);
  create table if not exists talk (chat integer primary key, draft text not null);
  create table if not exists message (id integer primary key, chat integer, said text, reply text, at text);
  create table if not exists outbox (id integer primary key, chat integer, body text, sent integer default 0);
  create table if not exists lead (id integer primary key, chat integer, draft text, at text);
`);
const see = db.prepare('insert into seen (update_id) values (?) on conflict do nothing');
const readTalk = db.prepare<[number], { draft: string }>('select draft from talk where chat = ?');
const saveTalk = db.prepare('insert or replace into talk (chat, draft) values (?, ?)');
const addMessage = db.prepare('insert into message (chat, said, reply, at) values (?, ?, ?, ?)');
const addOutbox = db.prepare('insert into outbox (chat, body) values (?, ?)');
const addLead = db.prepare('insert into lead (chat, draft, at) values (?, ?, ?)');

const steps = ['form', 'place', 'product', 'members', 'consent', 'name', 'phone', 'time'] as const;
type Draft = Partial<Record<(typeof steps)[number], string>>;
const asks: Record<(typeof steps)[number], string> = {
  form: 'Bạn muốn lập tổ hợp tác hay hợp tác xã?',
  place: 'Bạn ở phường nào?',
  product: 'Nhóm làm nghề gì?',
  members: 'Có mấy người?',
  consent: 'Bạn đồng ý cho lưu thông tin chứ?',
  name: 'Họ tên bạn là gì?',
  phone: 'Số điện thoại?',
  time: 'Gọi lúc nào thì tiện?',
};

function answer(chat: number, text: string): string {
  const stored = readTalk.get(chat);
  const draft = stored ? (JSON.parse(stored.draft) as Draft) : undefined;
  if (!draft && fold(text).startsWith('dang ky')) {
    saveTalk.run(chat, '{}');
    return asks.form;
  }
  const step = draft && steps.find((s) => draft[s] === undefined);
  if (draft && step) {
    draft[step] = text;
    saveTalk.run(chat, JSON.stringify(draft));
    const next = steps.find((s) => draft[s] === undefined);
    return next ? asks[next] : `Bạn xem lại: ${Object.values(draft).join(', ')}. Nhắn "gửi đi" để gửi.`;
  }
  if (draft) {
    addLead.run(chat, JSON.stringify(draft), new Date().toISOString());
    db.prepare('delete from talk where chat = ?').run(chat);
    return 'Đã gửi phiếu.';
  }
  const best = fuse.search(fold(text), { limit: 1 })[0]?.item.card;
  return best ? [best.answer, ...best.details].join('\n') : 'Tôi chưa có câu trả lời.';
}

const take = db.transaction((update: number, chat: number, text: string) => {
  if (see.run(update).changes === 0) return;
  const reply = answer(chat, text);
  addMessage.run(chat, text, reply, new Date().toISOString());
  addOutbox.run(chat, reply);
});

const bot = new Bot('1:plain', {
  botInfo: { id: 1, is_bot: true, first_name: 'plain', username: 'plain_bot' } as never,
});
bot.on('message:text', (ctx) => take(ctx.update.update_id, ctx.chat.id, ctx.message.text));
createServer(webhookCallback(bot, 'http', { secretToken: secret })).listen(Number(port), '127.0.0.1');
