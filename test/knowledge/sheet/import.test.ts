// An edited workbook against the store: what differs is told and written, what Excel did by itself is not, what is wrong names its cell.
import { describe, expect, test } from 'vitest';
import { applyPlan } from '../../../src/knowledge/sheet/apply.ts';
import { compareTable, type Plan } from '../../../src/knowledge/sheet/compare.ts';
import { sayMistakes, sayPlan } from '../../../src/knowledge/sheet/say.ts';
import { readTable } from '../../../src/knowledge/sheet/table.ts';
import { invented, type Pack, packs } from '../../support/packs.ts';
import { exported, type Workbook } from '../../support/workbook.ts';

const { knowledge, sources } = invented;
const day = '2026-11-23';
const card = 'xa-may-nguoi';
const file = 'cards/khai-niem/xa-may-nguoi.yaml';
const source = sources.find((f) => f.path === file)?.text ?? '';
const planOf = (book: Workbook): Plan => compareTable(knowledge, readTable(book.sheets));
const written = (book: Workbook) => applyPlan(sources, planOf(book), day);
const edit = (change: (book: Workbook) => void): Workbook => {
  const book = exported();
  change(book);
  return book;
};

test.each(packs)('an untouched export of $name changes nothing', (pack: Pack) => {
  const plan = compareTable(pack.knowledge, readTable(exported(pack).sheets));
  expect(plan).toMatchObject({ changes: [], added: [], absent: [], withoutAsks: [], mistakes: [] });
  expect(applyPlan(pack.sources, plan, day)).toEqual({ writes: [], problems: [] });
});

describe('what Excel does by itself is no change', () => {
  const accidents: [string, (book: Workbook) => void][] = [
    [
      'line ends of Windows',
      (b) => b.set(card, 'Chi tiết', String(b.get(card, 'Chi tiết')).replaceAll('\n', '\r\n')),
    ],
    [
      'spaces that do not break',
      (b) => b.set(card, 'Câu trả lời', String(b.get(card, 'Câu trả lời')).replaceAll(' ', '\u00a0')),
    ],
    [
      'marks typed apart',
      (b) => b.set(card, 'Câu trả lời', String(b.get(card, 'Câu trả lời')).normalize('NFD')),
    ],
    ['blanks around', (b) => b.set(card, 'Tiêu đề', `  ${b.get(card, 'Tiêu đề')} \n`)],
    [
      'bullets before the lines',
      (b) => b.set(card, 'Chi tiết', String(b.get(card, 'Chi tiết')).replace(/^/gm, '• ')),
    ],
    ['a date as its serial number', (b) => b.set(card, 'Xem lại trước', 46568)],
    ['a date typed as people do', (b) => b.set(card, 'Xem lại trước', '30/6/2027')],
    ['false made TRUE/FALSE', (b) => b.set('vay-von', 'Đã biết', false)],
    [
      'codes split by commas',
      (b) => b.set(card, 'Dẫn điều khoản', String(b.get(card, 'Dẫn điều khoản')).replaceAll('\n', ', ')),
    ],
    [
      'rows sorted another way',
      (b) => b.rows('Cách hỏi').splice(1, Infinity, ...b.rows('Cách hỏi').slice(1).reverse()),
    ],
    [
      'columns moved',
      (b) => {
        for (const row of b.rows('Thẻ')) row.push(row.shift());
      },
    ],
    ['empty rows and remarks outside the columns', (b) => b.rows('Thẻ').push([null, ''], [])],
    [
      'columns taken out',
      (b) => {
        for (const row of b.rows('Thẻ')) row.splice(4);
      },
    ],
  ];
  test.each(accidents)('%s', (_, change) => {
    const plan = planOf(edit(change));
    expect(plan.mistakes).toEqual([]);
    expect(plan.changes).toEqual([]);
  });
});

describe('what a curator changes is written, and nothing besides', () => {
  test('a sentence', () => {
    const book = edit((b) => b.set(card, 'Dành cho', 'Ai đang tính lập hợp tác xã: đọc trước.'));
    const { writes, problems } = written(book);
    expect(problems).toEqual([]);
    expect(writes).toEqual([
      { path: file, text: source.replace(/^for: .*$/m, 'for: "Ai đang tính lập hợp tác xã: đọc trước."') },
    ]);
    expect(sayPlan(planOf(book)).slice(0, 4)).toEqual([
      `Thẻ ${card} · Mấy người thì lập được hợp tác xã`,
      '  Dành cho',
      '    - Người rủ bà con lập hợp tác xã.',
      '    + Ai đang tính lập hợp tác xã: đọc trước.',
    ]);
  });

  test('ways of asking: one added, one mended, one taken out', () => {
    const asks = knowledge.cards.get(card)?.asks ?? [];
    const book = edit((b) => {
      const rows = b.rows('Cách hỏi');
      const at = (ask?: string): number => rows.findIndex((r) => r[0] === card && r[2] === ask);
      const mended = rows[at(asks[1])];
      if (mended) mended[2] = `${asks[1]} theo luật mới`;
      rows.splice(at(asks[3]), 1);
      rows.push([card, '', 'nghe bảo gom cả làng mới đủ mở hợp tác xã hả']);
    });
    expect(planOf(book).changes[0]?.asks).toMatchObject({
      changed: [{ before: asks[1], after: `${asks[1]} theo luật mới` }],
      removed: [asks[3]],
      added: ['nghe bảo gom cả làng mới đủ mở hợp tác xã hả'],
    });
    const lines = source.trimEnd().split('\n');
    const want = lines
      .map((line) => (line.endsWith(`- ${asks[1]}`) ? `${line} theo luật mới` : line))
      .filter((line) => !line.endsWith(`- ${asks[3]}`) && !line.endsWith(`- "${asks[3]}"`));
    want.push('  - nghe bảo gom cả làng mới đủ mở hợp tác xã hả', '');
    expect(written(book).writes[0]?.text?.split('\n')).toEqual(want);
    expect(sayPlan(planOf(book)).join('\n')).toContain('Cách hỏi: thêm 1, sửa 1, bỏ 1');
  });

  test('a date cell', () => {
    const book = edit((b) => b.set(card, 'Xem lại trước', new Date('2028-01-31T00:00:00Z')));
    expect(written(book).writes[0]?.text).toBe(
      source.replace('review_by: 2027-06-30', 'review_by: 2028-01-31'),
    );
  });

  test('a new card with its id from its title, its asks named by the title', () => {
    const book = edit((b) => addCard(b));
    const plan = planOf(book);
    expect(plan.mistakes).toEqual([]);
    const { writes, problems } = applyPlan(sources, plan, day);
    expect(problems).toEqual([]);
    expect(writes.map((w) => w.path)).toEqual(['cards/khai-niem/may-nguoi-thi-lap-duoc-hop-tac-xa.yaml']);
    expect(writes[0]?.text).toContain('title: Mấy người thì lập được hợp tác xã\nstatus: published\n');
    expect(sayPlan(plan).join('\n')).toContain('Thẻ mới may-nguoi-thi-lap-duoc-hop-tac-xa');
  });

  test('another topic moves the file', () => {
    const { writes, problems } = written(edit((b) => b.set(card, 'Chủ đề', 'dang-ky')));
    expect(problems).toEqual([]);
    expect(writes).toEqual([
      { path: file, text: undefined },
      { path: `cards/dang-ky/${card}.yaml`, text: source },
    ]);
  });

  test('rows that are gone are told, never taken out', () => {
    const plan = planOf(
      edit((b) => {
        b.rows('Thẻ').splice(1, 2);
        const asks = b.rows('Cách hỏi');
        asks.splice(0, asks.length, ...asks.filter((r) => r[0] !== card));
      }),
    );
    expect(plan.changes).toEqual([]);
    expect(plan.absent).toHaveLength(2);
    expect(plan.withoutAsks).toEqual([card]);
    expect(sayPlan(plan).join('\n')).toMatch(
      /giữ nguyên trong kho \(2\): [\s\S]*giữ nguyên cách hỏi cũ \(1\)/,
    );
  });
});

describe('a mistake names its cell and nothing is written', () => {
  const mistakes: [string, (book: Workbook) => void, RegExp][] = [
    [
      'an id nobody knows',
      (b) => b.set(card, 'Mã thẻ', 'xa-may-nguoii'),
      /^Thẻ!A\d+ \(dòng \d+, cột “Mã thẻ”\): kho không có thẻ mã “xa-may-nguoii”/,
    ],
    [
      'a card twice',
      (b) => b.rows('Thẻ').push([...(b.rows('Thẻ')[5] ?? [])]),
      /đã có ở dòng 6; mỗi thẻ một dòng/,
    ],
    [
      'a sentence turned into a number',
      (b) => b.set(card, 'Tiêu đề', 5),
      /^Thẻ!C\d+ .*Excel đã đổi ô này thành số 5/,
    ],
    ['a sentence turned into a day', (b) => b.set(card, 'Chi tiết', new Date()), /^Thẻ!I\d+ .*thành ngày/],
    ['words like a formula', (b) => b.set(card, 'Câu trả lời', '=SUM(A1)'), /^Thẻ!H\d+ .*giống công thức/],
    ['a formula', (b) => b.formula('Thẻ', 'H7'), /^Thẻ!H7 .*ô này là công thức/],
    ['an ask that became a formula', (b) => b.formula('Cách hỏi', 'C9'), /^Cách hỏi!C9 .*ô này là công thức/],
    [
      'a day that is none',
      (b) => b.set(card, 'Xem lại trước', 'tháng sau'),
      /không phải ngày; viết ngày\/tháng\/năm/,
    ],
    [
      'an ask twice',
      (b) => b.rows('Cách hỏi').push([...(b.rows('Cách hỏi')[1] ?? [])]),
      /^Cách hỏi!C\d+ .*đã có ở dòng 2/,
    ],
    [
      'an ask of nobody',
      (b) => b.rows('Cách hỏi').push(['', '', 'hỏi gì đây']),
      /không biết cách hỏi này của thẻ nào/,
    ],
    [
      'an ask of an unknown card',
      (b) => b.rows('Cách hỏi').push(['la-lam', '', 'hỏi gì đây']),
      /kho không có thẻ mã “la-lam”/,
    ],
    [
      'an empty ask',
      (b) => b.rows('Cách hỏi').push([card, 'x', ' ']),
      /chưa có cách hỏi; viết vào hoặc xóa cả dòng/,
    ],
    [
      'a column nobody knows',
      (b) => b.rows('Thẻ')[0]?.splice(4, 1, 'Ghi chú'),
      /^Thẻ!E1 .*không có cột tên “Ghi chú”/,
    ],
    ['a column twice', (b) => b.rows('Thẻ')[0]?.splice(4, 1, 'Tiêu đề'), /cột “Tiêu đề” có hai lần/],
    ['no id column', (b) => b.rows('Thẻ')[0]?.splice(0, 1, ''), /thiếu cột “Mã thẻ”/],
    ['a new card without a title', (b) => b.rows('Thẻ').push(['', 'khai-niem']), /thẻ mới phải có tiêu đề/],
    ['a new card without a topic', (b) => addCard(b, ''), /^Thẻ!B\d+ .*thẻ mới phải có chủ đề/],
    [
      'the store changed after the export',
      (b) => {
        b.set(card, 'Dấu', 'd0000000');
        b.set(card, 'Dành cho', 'Khác.');
      },
      /đã được sửa trong kho sau khi xuất/,
    ],
    [
      'no such sheets',
      (b) => {
        b.sheets.splice(0);
      },
      /không có trang “Thẻ”/,
    ],
  ];
  test.each(mistakes)('%s', (_, change, message) => {
    expect(sayMistakes(planOf(edit(change)))).toEqual(
      expect.arrayContaining([expect.stringMatching(message)]),
    );
  });

  const unfit: [string, (book: Workbook) => void, RegExp][] = [
    [
      'a figure no clause has',
      (b) => b.set(card, 'Câu trả lời', 'Hợp tác xã cần ít nhất 06 thành viên.'),
      /^Thẻ!H\d+ .*con số “06” không có/,
    ],
    ['no answer', (b) => b.set(card, 'Câu trả lời', null), /thiếu mục “answer”/],
    [
      'a status that is none',
      (b) => b.set(card, 'Trạng thái', 'xong'),
      /^Thẻ!D\d+ .*chỉ được viết một trong/,
    ],
    [
      'a clause that is none',
      (b) => b.set(card, 'Dẫn điều khoản', 'llc-5\nla-lam'),
      /^Thẻ!L\d+ .*“la-lam” không có/,
    ],
    [
      'an ask of another card',
      (b) => b.rows('Cách hỏi').push([card, '', 'Lập tổ hợp tác cần mấy người']),
      /trùng cách hỏi/,
    ],
  ];
  test.each(unfit)('the check refuses %s', (_, change, message) => {
    const { problems } = written(edit(change));
    expect(problems).toEqual(expect.arrayContaining([expect.stringMatching(message)]));
  });
});

function addCard(book: Workbook, topic = 'khai-niem'): void {
  const like = (book.rows('Thẻ').find((r) => r[0] === card) ?? []).slice(3);
  const title = 'Mấy người thì lập được hợp tác xã';
  book.rows('Thẻ').push(['', topic, title, ...like.slice(0, -1)]);
  for (let i = 0; i < 15; i++)
    book
      .rows('Cách hỏi')
      .push(['', title, `${'abcdefghijklmno'[i]}ng phường mới hỏi chuyện ${'qwrtypsdfghklzx'[i]}a`]);
}
