// What a text is about: things, causes, events and forms by their words, and not by what only sounds like them.
import { expect, test } from 'vitest';
import { keptOf, subjectsIn, subjectsOf } from '../../../../src/conversation/understand/told/subjects.ts';
import { knowledge } from '../../../support/knowledge.ts';

test.each([
  ['nhà em chết 60 con vịt vì dịch', { thing: ['vật nuôi'], cause: ['dịch'] }],
  ['2 con bo chet ret', { thing: ['vật nuôi'], cause: ['thiên tai'] }],
  ['sau bao que do het', { thing: ['rừng'], cause: ['thiên tai'] }],
  ['mẹ em mất rồi, phần góp của mẹ ở htx', { form: ['htx'], event: ['người đã mất'] }],
  ['chung toi xin ra khoi htx', { form: ['htx'], event: ['ra khỏi nhóm'] }],
  ['hợp đồng hợp tác viết thế nào', { form: ['tht'] }],
  ['tổ hay hợp tác xã', { form: ['tht', 'htx'] }],
  ['bao nhieu tien', {}],
  ['giay to gi', {}],
  ['ho giu to giay', {}],
  ['mua dịch vụ của cá nhân', {}],
  ['ai bi lua', {}],
  ['chè trồng trên đất rừng', { thing: ['cây lâu năm'] }],
])('“%s” is about %j', (text, about) => {
  expect(subjectsIn(knowledge, text)).toEqual(about);
});

test('a card is about what its title names and the forms it is for', () => {
  const of = (id: string) => {
    const card = knowledge.cards.get(id);
    return card && subjectsOf(knowledge)(card);
  };
  expect(of('nd9-lua')).toMatchObject({ thing: ['lúa'], cause: ['thiên tai'] });
  expect(of('rut-khoi-htx')).toEqual({ event: ['ra khỏi nhóm'], form: ['htx'] });
  expect(of('thue-thu-nhap-ca-nhan')?.thing).toBeUndefined();
});

test('who asks how to leave has not left', () => {
  expect(keptOf(knowledge, { event: ['ra khỏi nhóm'], form: ['htx'] })).toEqual({ form: ['htx'] });
  expect(keptOf(knowledge, { event: ['người đã mất'] })).toEqual({ event: ['người đã mất'] });
});
