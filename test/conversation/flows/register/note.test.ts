// What goes with a form for whoever calls: a remark behind a name or behind "gửi", the question asked before; what was "said before".
import { describe, expect, test } from 'vitest';
import { nameThenMore } from '../../../../src/conversation/flows/register/read/name.ts';
import { saidBeforeWords } from '../../../../src/conversation/flows/register/read/said-before.ts';
import { dropsNote } from '../../../../src/conversation/flows/register/read/typed.ts';
import { talkAlone } from '../../../../src/conversation/talk-alone.ts';
import { formAfter } from '../../../support/form.ts';
import { knowledge } from '../../../support/knowledge.ts';

test.each([
  ['Phạm Quang Dũng nhưng đừng để ông ấy biết', 'Phạm Quang Dũng'],
  ['Hà vì mọi người gọi thế', 'Hà'],
  ['tên tôi là Hoa mà đừng gọi buổi sáng', 'Hoa'],
  ['Ma Văn Hoà', undefined],
  ['Sợ lắm nhưng mà thôi', undefined],
  ['không nói vì sợ', undefined],
  ['ông ấy mà biết thì chết', undefined],
])('the name in “%s” is %s', (said, name) => expect(nameThenMore(said)?.name).toBe(name));

test.each([
  ['ghi rồi đấy', true],
  ['nói rồi mà', true],
  ['em nói từ đầu rồi', true],
  ['ghi roi con hoi', true],
  ['ghi lại rồi gọi', false],
  ['gọi lúc nào cũng được', false],
  ['sau 5 giờ', false],
])('“%s” was said before: %s', (said, before) => {
  expect(said.replace(saidBeforeWords, '') === '').toBe(before);
});

test.each([
  ['bỏ lời nhắn', true],
  ['xoa loi nhan di', true],
  ['không cần nhắn kèm', true],
  ['bỏ số điện thoại', false],
])('“%s” drops the remark: %s', (said, drops) => expect(dropsNote(said)).toBe(drops));

const filled = (...more: string[]) => {
  const talk = talkAlone(knowledge, '2026-11-23');
  const lines =
    'đăng ký lập nhóm | tổ hợp tác | phường Âu Lâu | gà | 5 | ừ | Trần Văn Tuấn | 0345678901 | tối';
  for (const text of lines.split(' | ')) talk.say({ kind: 'text', text });
  return more.map((text) => talk.say({ kind: 'text', text }));
};
const noteSent = (...said: string[]): string | undefined =>
  filled(...said).flatMap((t) =>
    t.happened.flatMap((e) => (e.kind === 'lead-created' ? [e.details.note ?? '–'] : [])),
  )[0];

test.each([
  ['gửi đi, mà gọi sớm nhé', 'gọi sớm nhé'],
  ['gửi đi, có gì gọi số của vợ 0912345678 nhé', undefined],
  ['gửi đi nhé', '–'],
  ['gửi đi, cảm ơn em', '–'],
  ['gửi đi, mà có mất tiền không', undefined],
  ['gửi, khoan đã', undefined],
  ['gửi đi, mà để tôi hỏi vợ đã', undefined],
  ['gui di ma thoi de mai', undefined],
  ['gửi đi nhưng đừng lưu số', undefined],
  ['đừng gửi, mà xóa đi', undefined],
])('“%s” sends with the remark %s', (said, note) => expect(noteSent(said)).toBe(note));

test('what is asked goes with a message to staff, numbers masked; a later long question takes its place', () => {
  const talk = talkAlone(knowledge, '2026-11-23');
  for (const text of ['htx của tôi mã 0101234567890 có phải nộp thuế môn bài không', 'gặp cán bộ'])
    talk.say({ kind: 'text', text });
  const { flow } = talk.state();
  const note = flow?.flow === 'register' ? flow.draft.note : undefined;
  expect(note).toContain('môn bài');
  expect(note).not.toContain('0101234567890');
});

test('nothing was asked: nothing goes with it', () => {
  const talk = talkAlone(knowledge, '2026-11-23');
  for (const text of ['chào em', 'gặp cán bộ']) talk.say({ kind: 'text', text });
  const { flow } = talk.state();
  expect(flow?.flow === 'register' && flow.draft.note).toBeUndefined();
});

describe('a call-back with a question noted already', () => {
  const call = 'lúa chết hết có được hỗ trợ gì không|gặp cán bộ|đồng ý|Lý Văn Sơn|0912345678';
  test('“nhắn kèm” adds to it, and the time before it is taken', () =>
    expect(formAfter(`${call}|Sáng chiều đều ở nhà, nhắn kèm là cần gấp trước tết`).draft).toMatchObject({
      bestTime: 'Sáng chiều đều ở nhà',
      note: 'lúa chết hết có được hỗ trợ gì không. Đã xem: Lúa bị thiên tai, sâu bệnh được hỗ trợ bao nhiêu; cần gấp trước tết',
    }));
  test.each([
    'Sau 7 giờ tối. Mà lời nhắn phải ghi là xin rút vốn góp chứ đừng ghi câu lúa kia',
    'Sau 7 giờ tối, nội dung là xin rút vốn góp',
    'Sau 7 giờ tối. nhắn kèm là xin rút vốn góp, đừng ghi câu kia',
  ])('%s: it stands instead', (text) =>
    expect(formAfter(`${call}|${text}`).draft).toMatchObject({
      bestTime: 'Sau 7 giờ tối',
      note: 'xin rút vốn góp',
    }),
  );
  test('sent with one word more for whoever calls', () => {
    const form = formAfter(`${call}|tối|gửi đi cháu, nhớ hỏi tiền giống cho bà`);
    expect(form.said).toContain('Mã lời nhắn');
    expect(form.said).toContain('nhớ hỏi tiền giống cho bà');
  });
});
