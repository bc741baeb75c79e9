// What stands where the name is asked for and looks like a name is taken for one, however it is dressed.

import { describe, expect, test } from 'vitest';
import { nameIn } from '../../../../../src/conversation/flows/register/read/name.ts';
import { formAfter, upTo } from '../../../../support/form.ts';

describe('a name', () => {
  test.each([
    ['Bích', 'Bích'],
    ['em nói rồi, Bích', 'Bích'],
    ['Bích ạ. Phạm Ngọc Bích', 'Phạm Ngọc Bích'],
    ['Phạm Ngọc Bích!!!', 'Phạm Ngọc Bích'],
    ['Phạm Ngọc Bích, nói rồi mà', 'Phạm Ngọc Bích'],
    ['a Lực tổ 3', 'Lực'],
    ['Trần Thị Mận sn 1979', 'Trần Thị Mận'],
    ['Tuấn ga :)) Nguyễn Anh Tuấn', 'Nguyễn Anh Tuấn'],
    ['Hoa. cảm ơn em', 'Hoa'],
    ['gọi bố em là ông Sính ạ', 'ông Sính'],
    ['ghi tên chồng em là Kha nhé', 'Kha'],
    ['Man. chong toi mat thang 10', 'Man'],
    ['Sim. à thôi 5 người, vừa có thêm em dâu', 'Sim'],
  ])('%s', (typed, name) => {
    const form = formAfter(`${upTo.name}|${typed}`);
    expect(form.draft.name).toBe(name);
    expect(form.step).toBe('phone');
    expect(form.kept).toBe('[tên]');
  });
});

test.each(['mất phí à', 'nói rồi mà', 'tối', 'lâu chưa'])('%s is none', (typed) =>
  expect(formAfter(`${upTo.name}|${typed}`).draft.name).toBeUndefined(),
);

test('a question about accounts (sổ) is not read as one about the number (số)', () => {
  const form = formAfter(`${upTo.name}|htx chuyển địa chỉ sang nhà khác có phải làm lại sổ sách thuế không`);
  expect(form.said).not.toContain('Tôi hỏi số');
});

test.each([
  ['tôi là Lan', 'Lan'],
  ['em tên là Nguyễn Thị Lan ạ', 'Nguyễn Thị Lan'],
  ['toi ten la lan', 'lan'],
  ['la van cau', 'la van cau'],
  ['Lò Thị Mây', 'Lò Thị Mây'],
  ['bao giờ thì gọi lại cho tôi', undefined],
  ['Hoa 123', undefined],
  ['em là Hoa, Lê Thị Hoa ạ', 'Lê Thị Hoa'],
  ['Em tên Thủy', 'Thủy'],
  ['ten Minh duoc khong', 'Minh'],
  ['cứ gọi tôi là Tư', 'Tư'],
  ['Minh a', 'Minh'],
  ['Lý A Sùng', 'Lý A Sùng'],
  ['Khổng Văn Được', 'Khổng Văn Được'],
  ['chị Hồng', 'chị Hồng'],
  ['hoang thi bay', 'hoang thi bay'],
  ['sao phai hoi ten that', undefined],
  ['so dien thoai de lam gi', undefined],
  ['em là nông dân', undefined],
  ['toi khong muon noi', undefined],
])('of “%s” the name is %s', (text, name) => {
  expect(nameIn(text)).toBe(name);
});
