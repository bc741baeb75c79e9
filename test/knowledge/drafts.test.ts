// A card that is not published answers nobody, by whatever way it is come to; those who edit still see it.
import { beforeAll, expect, test } from 'vitest';
import { plainText } from '../../src/conversation/message.ts';
import { freshState, type State } from '../../src/conversation/state.ts';
import { talkAlone } from '../../src/conversation/talk-alone.ts';
import { answerWith } from '../../src/knowledge/answer.ts';
import { checkKnowledge } from '../../src/knowledge/check/index.ts';
import { assemble } from '../../src/knowledge/files/assemble.ts';
import type { Knowledge } from '../../src/knowledge/knowledge.ts';
import { pagesOf } from '../../src/knowledge/sheet/pages.ts';
import { withDrafts } from '../../src/knowledge/with-drafts.ts';
import { invented } from '../support/packs.ts';

const today = '2026-11-23';
const id = 'to-may-nguoi';
const before = invented.published.find((c) => c.id === id);
const title = before?.title ?? '';
const sources = invented.sources.map((f) =>
  f.path.endsWith(`/${id}.yaml`) ? { ...f, text: f.text.replace('status: published', 'status: draft') } : f,
);
const assembled = assemble(sources);
const knowledge = assembled.knowledge as Knowledge;

beforeAll(() => {
  knowledge.search.rank('tổ hợp tác');
}, 120_000);

const idle: State = { ...freshState, greeted: true };
const offered = [{ id: `card:${id}`, label: title }];
const unsure = { question: 'tổ', failures: 1, refused: [], offered: [id] };
const tapped = (button: string) => ({ kind: 'choose' as const, id: button });
const typed = (text: string) => ({ kind: 'text' as const, text });

test.each([
  ['its button, long after', idle, tapped(`card:${id}`)],
  ['the button for its clauses', idle, tapped(`quote:${id}`)],
  ['its title among old choices', { ...idle, offered }, typed(title)],
  ['the one title that was asked about', { ...idle, offered, unsure }, typed('ừ')],
  ['its own words', idle, typed(before?.asks[0] ?? '')],
  ['what is asked behind it', { ...idle, topic: { card: id } }, typed('năm 2024 thì sao')],
  ['what is to be said again', { ...idle, topic: { card: id } }, typed('nghĩa là sao')],
  ['the words of its law', { ...idle, topic: { card: id } }, typed('cho xem nguyên văn')],
])('%s', (_, state, said) => {
  const turn = talkAlone(knowledge, today, state).say(said);
  expect(turn.kept.cards).not.toContain(id);
  const text = turn.replies.map(plainText).join('\n');
  expect(text).not.toContain(before?.answer);
  for (const detail of before?.details ?? []) expect(text).not.toContain(detail);
  expect(turn.replies.flatMap((r) => r.choices).map((c) => c.id)).not.toContain(`card:${id}`);
});

test.each([`card:${id}`, `quote:${id}`, 'card:khong-con-the-nay'])(
  '%s, tapped: it is said that it is gone, with the menu; an open form goes on',
  (button) => {
    const turn = talkAlone(knowledge, today, idle).say(tapped(button));
    expect(turn.replies.map(plainText).join('\n')).toContain(knowledge.wording.card_gone);
    expect(turn.replies.at(-1)?.choices.map((c) => c.id)).toContain('do:register');
    const talk = talkAlone(knowledge, today, idle);
    talk.say(typed('đăng ký lập nhóm'));
    const inForm = talk.say(tapped(button)).replies;
    expect(inForm.map(plainText).join('\n')).toContain(knowledge.wording.card_gone);
    expect(inForm.at(-1)?.choices.map((c) => c.id)).toContain('form:tht');
  },
);

test('what names it leads on without it: related titles, an earlier law', () => {
  expect(knowledge.cards.has(id)).toBe(false);
  const earlier = invented.published.find((c) => c.earlier)?.earlier ?? '';
  const { knowledge: without } = assemble(
    invented.sources.map((f) =>
      f.path.endsWith(`/${earlier}.yaml`)
        ? { ...f, text: f.text.replace('status: published', 'status: draft') }
        : f,
    ),
  );
  const newer = invented.published.find((c) => c.earlier === earlier)?.id ?? '';
  expect(answerWith(invented.knowledge, newer, '2023-01-01')?.card.id).toBe(earlier);
  expect(answerWith(without as Knowledge, newer, '2023-01-01')?.card.id).toBe(newer);
});

test('those who edit see it: the desk, the workbook and the check', () => {
  const all = withDrafts(knowledge);
  expect(answerWith(all, id, today)?.card.status).toBe('draft');
  expect(JSON.stringify(pagesOf(all))).toContain(id);
  expect(checkKnowledge(assembled, today)).toEqual([]);
  expect(withDrafts(invented.knowledge)).toBe(invented.knowledge);
});
