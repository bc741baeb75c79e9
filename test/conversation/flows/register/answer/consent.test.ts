// What answers the notice with a yes: plain words of agreement and nothing else, while the notice is what was asked last.
import { expect, test } from 'vitest';
import { consentWord } from '../../../../../src/conversation/flows/register/answer/consent.ts';
import { talkAlone } from '../../../../../src/conversation/talk-alone.ts';
import { knowledge } from '../../../../support/knowledge.ts';

const listed = (text: string): string[] => text.split(' | ');

test.each(
  listed(
    'đồng ý | dong y | đồng ý r còn j | dong y roi con gi | đồng ý rồi mà | ok đồng ý nhé | có | co | ừ | u | ừm | ok | oke | vâng | vang a | dạ vâng | dạ được | da duoc | dc | nhất trí | thôi cũng đc, đồng ý | ừ bà đồng ý, tên Nhài | oki đồng ý cháu nhé | đồng ý con ơi | đồng ý cũng được | đồng ý. Dũng 0904556781 | đồng ý. Sáng | đồng ý. Mai | dong y. Nhung | ok, tên tôi là Hoa',
  ),
)('%s: yes', (text) => expect(consentWord(text)).toBe('yes'));

test.each(
  listed(
    'vâng nhưng mà | ok nếu không mất tiền | ok mà có mất tiền không | được không | đồng ý? | đồng ý rồi còn gì nữa | đồng ý thì được gì | khoan đã, đồng ý rồi có bị bắt phải làm k | đồng ý với điều kiện không gọi | đồng ý nhưng đừng gọi tối | cũng được | chắc được | dạ | em | 1 | 3 | vàng | cô | dung | đúng | tên Bình | có 5 người | đồng ý, để tôi hỏi vợ đã | ba con đồng ý | vợ em đồng ý | Đồng ý. Nhưng mà | Đồng ý. Khoan',
  ),
)('%s: no yes', (text) => expect(consentWord(text)).not.toBe('yes'));

const atNotice = () => {
  const talk = talkAlone(knowledge, '2026-11-23');
  for (const text of ['đăng ký lập nhóm', 'tổ hợp tác', 'phường Âu Lâu', 'chè', '4'])
    talk.say({ kind: 'text', text });
  return talk;
};
const consented = (talk: ReturnType<typeof atNotice>): boolean => {
  const { flow } = talk.state();
  return flow?.flow === 'register' && flow.consent !== undefined;
};

test('a short yes behind another question of the form is none to the notice, "đồng ý" is', () => {
  const talk = atNotice();
  talk.say({ kind: 'text', text: 'dung' });
  talk.say({ kind: 'text', text: 'ok' });
  expect(consented(talk)).toBe(false);
  talk.say({ kind: 'text', text: 'ok' });
  expect(consented(talk)).toBe(true);
});

test('a name said before consent is not kept, and that is told', () => {
  const talk = atNotice();
  const turn = talk.say({ kind: 'text', text: 'tên Bình' });
  expect(JSON.stringify(turn.replies)).toContain('tên');
  expect(turn.kept.said).toBe('[tên]');
  expect(JSON.stringify(talk.state())).not.toContain('Bình"');
});

test('a number left with “gọi lại cho tôi” is kept nowhere before consent', () => {
  const talk = talkAlone(knowledge, '2026-11-23');
  const turn = talk.say({ kind: 'text', text: 'gọi lại cho tôi nhé, số tôi 0912 345 678' });
  expect(turn.outcome).toBe('handover');
  expect(JSON.stringify([talk.state(), turn.kept])).not.toMatch(/912[ ]?345[ ]?678/);
});

test.each([
  ['vâng đồng ý', 'yes'],
  ['khong sao dong y', 'yes'],
  ['có', 'yes'],
  ['co a', 'yes'],
  ['dạ có', 'yes'],
  ['cô', undefined],
  ['cỏ', undefined],
  ['có gì', undefined],
  ['thôi đồng ý', 'yes'],
  ['đồng ý, tên tôi là Hoa', 'yes'],
  ['không đồng ý', 'no'],
  ['ừ đúng rồi', undefined],
  ['dung', undefined],
  ['đồng ý không?', undefined],
  ['đồng ý nhưng đừng lưu số', undefined],
  ['chưa đồng ý', undefined],
])('asked for consent, “%s” is %s', (text, word) => {
  expect(consentWord(text)).toBe(word);
});
