// What a short message names and points at: marks that were typed decide, and "vậy" is no loan.
import { expect, test } from 'vitest';
import { namedIn } from '../../../src/conversation/understand/named.ts';
import { knowledge } from '../../support/knowledge.ts';

test.for([
  ['thế vay ở đâu', ['loan', 'where']],
  ['vay vốn thế nào', ['loan']],
  ['the vay von o dau', ['loan', 'where']],
  ['bên tổ hợp tác cũng vậy?', []],
  ['ben tht cung y vay ha', []],
  ['vậy mất bao lâu', ['time']],
] as const)('%s names %j', ([said, aspects]) => {
  expect([...namedIn(knowledge, said).aspects].sort()).toEqual([...aspects].sort());
});

test.for([
  ['nghị định ấy sửa gì chưa', 'nghi dinh', true],
  ['quyet dinh do con khong', 'quyet dinh', true],
  ['nó kéo dài tới bao giờ', undefined, true],
  ['no lam den bao gio', undefined, true],
  ['nợ thì sao', undefined, false],
  ['cái đó ai xét', undefined, true],
  ['nghị định 98 còn không', undefined, false],
  ['kế hoạch 209 ấy ai làm', undefined, false],
  ['htx cần mấy người', undefined, false],
] as const)('%s speaks of that %s: %s', ([said, kind, points]) => {
  expect(namedIn(knowledge, said)).toMatchObject({ thatText: kind, points });
});

test.for([
  ['muốn ra thì sao', 'muốn ra', ['leave']],
  ['phải thế nào mới được xét', 'thế nào mới được xét', ['who']],
  ['con thì sao', 'con', []],
  ['thế còn gà', 'gà', []],
  ['có quyền gì ạ', 'có quyền gì', ['rights']],
] as const)('of %s the words “%s” are searched for, it asks for %j', ([said, bare, aspects]) => {
  const named = namedIn(knowledge, said);
  expect([...named.aspects].sort()).toEqual([...aspects].sort());
  expect(named.bare).toBe(bare);
});
