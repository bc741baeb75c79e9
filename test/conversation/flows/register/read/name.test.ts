// What stands where the name is asked for and looks like a name is taken for one, however it is dressed.
import { describe, expect, test } from 'vitest';
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
