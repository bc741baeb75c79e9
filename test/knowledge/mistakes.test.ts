// Forty mistakes a curator can make, one at a time: each is reported in its file, near its line, with what to do.
import { expect, test } from 'vitest';
import { type Edit, edited, problemsOf, sources } from '../support/sources.ts';

const path = (id: string): string =>
  sources.find((f) => f.path.endsWith(`/${id}.yaml`))?.path ?? `missing ${id}`;
const htx = path('htx-so-nguoi');
const fee = path('htx-le-phi');
const money = path('nq06-20-trieu');
const calc = path('htx-cu-luat-moi');
const unknown = path('nq06-phan-con-lai');
const law = 'provisions/luat-17-2023.yaml';

const mistakes: readonly [string, Edit, RegExp][] = [
  [
    'a figure changed',
    { file: htx, find: '05 thành viên', put: '06 thành viên' },
    /con số “06” không có trong điều khoản/,
  ],
  ['a figure of another unit', { file: htx, find: '05 thành viên', put: '05 ngày' }, /sửa lại đơn vị/],
  ['a limit turned round', { file: htx, find: 'ít nhất 05', put: 'tối đa 05' }, /viết đúng như điều khoản/],
  ['a limit dropped', { file: money, find: 'không quá 20', put: '20' }, /viết đúng như điều khoản/],
  [
    'a number in words',
    { file: money, find: 'không quá 20 triệu đồng', put: 'không quá ba mươi triệu đồng' },
    /ba mươi/,
  ],
  [
    'a document number mistyped',
    { file: fee, find: /answer: >-\n/, put: 'answer: >-\n  Theo Nghị định 929/2024/NĐ-CP.\n' },
    /văn bản “.*929.*” không có trong documents/,
  ],
  [
    'a date that stands nowhere',
    { file: fee, find: /answer: >-\n/, put: 'answer: >-\n  Từ 03/9/2031.\n' },
    /ngày “03\/9\/2031” không có/,
  ],
  ['a wrong sum', { file: calc, find: /months: "?\d+"?/, put: 'months: 17' }, /phép tính ra/],
  [
    'a clause that does not exist',
    { file: htx, find: 'cites:\n  - ', put: 'cites:\n  - khong-co-\n  - ' },
    /điều khoản “khong-co-?” không có|mã/,
  ],
  [
    'no clause at all',
    { file: htx, find: /cites:\n(?: {2}- .*\n)+/, put: '' },
    /thẻ chưa dẫn điều khoản nào/,
  ],
  [
    'a clause on a card that says it knows nothing',
    { file: unknown, find: 'related:', put: 'cites:\n  - lhtx-02\nrelated:' },
    /known: false/,
  ],
  [
    'a related card that does not exist',
    { file: htx, find: 'related:\n', put: 'related:\n  - khong-co\n' },
    /không có thẻ tên “khong-co”/,
  ],
  [
    'a card related to itself',
    { file: htx, find: 'related:\n', put: 'related:\n  - htx-so-nguoi\n' },
    /chính nó/,
  ],
  [
    'an ask of another card',
    {
      file: htx,
      find: 'asks:\n',
      put: 'asks:\n  - đăng ký tổ hợp tác mất tiền không\n  - lệ phí đăng ký htx bao nhiêu\n  - Đăng ký hợp tác xã mất bao nhiêu tiền\n',
    },
    /trùng cách hỏi|gần như trùng/,
  ],
  [
    'the same ask twice',
    { file: htx, find: 'asks:\n', put: 'asks:\n  - cá sấu mấy con thì đủ\n  - ca sau may con thi du a\n' },
    /gần như trùng/,
  ],
  [
    'too few asks',
    { file: htx, find: /asks:\n(?: {2}- .*\n)+/, put: 'asks:\n  - một câu thôi\n' },
    /cần ít nhất 15/,
  ],
  ['no asks', { file: htx, find: /asks:\n(?: {2}- .*\n)+/, put: '' }, /thiếu mục “asks”/],
  ['no answer', { file: htx, find: /answer: >-\n(?: {2}.*\n)+/, put: '' }, /thiếu mục “answer”/],
  [
    'a field misspelt',
    { file: htx, find: 'aspect:', put: 'aspekt:' },
    /không có mục tên “aspekt”|thiếu mục “aspect”/,
  ],
  [
    'a status that is none',
    { file: htx, find: 'status: published', put: 'status: xong' },
    /chỉ được viết một trong/,
  ],
  [
    'a list written as text',
    { file: htx, find: /forms:\n {2}- htx/, put: 'forms: htx' },
    /danh sách, mỗi dòng bắt đầu bằng/,
  ],
  [
    'a form that is none',
    { file: htx, find: /forms:\n {2}- htx/, put: 'forms:\n  - cong-ty' },
    /chỉ được viết một trong/,
  ],
  ['a date upside down', { file: htx, find: /review_by: .*/, put: 'review_by: 23/05/2027' }, /review_by/],
  ['a tab', { file: htx, find: 'forms:\n  - htx', put: 'forms:\n\t- htx' }, /phím Tab/],
  ['a key twice', { file: htx, find: 'aspect:', put: 'status: published\naspect:' }, /đã viết ở trên/],
  ['a quote left open', { file: htx, find: 'title: ', put: 'title: "' }, /YAML viết sai/],
  [
    'a colon in a bare sentence',
    { file: htx, find: 'asks:\n', put: 'asks:\n  - hỏi: cần mấy người: nhỉ\n' },
    /ngoặc kép|viết sai kiểu/,
  ],
  ['a star before a sentence', { file: htx, find: 'asks:\n', put: 'asks:\n  - *hỏi nhanh\n' }, /ngoặc kép/],
  ['braces', { file: htx, find: 'asks:\n', put: 'asks:\n  - {a: b}\n' }, /viết sai kiểu|YAML/],
  ['a bad indent', { file: htx, find: 'aspect:', put: '   aspect:' }, /YAML viết sai/],
  [
    'a clause without its document',
    { file: law, find: 'document: luat-17-2023', put: 'document: luat-khong-co' },
    /chưa có trong documents/,
  ],
  [
    'a clause without its fact',
    { file: law, find: / {2}facts:\n {4}- LHTX-01\n/, put: '' },
    /facts|lấy từ dữ kiện/,
  ],
  ['an id used twice', { file: law, find: '- id: lhtx-02\n', put: '- id: lhtx-01\n' }, /đã dùng ở/],
  [
    'a confidence that is none',
    { file: law, find: 'confidence: two-sources', put: 'confidence: chac-chan' },
    /chỉ được viết một trong/,
  ],
  [
    'a text replaced by one that is not there',
    { file: 'documents.yaml', find: 'replaced_by: luat-17-2023', put: 'replaced_by: luat-99' },
    /văn bản thay thế/,
  ],
  [
    'a period that ends before it begins',
    { file: 'documents.yaml', find: 'period_until: 2025-12-31', put: 'period_until: 2020-12-31' },
    /giai đoạn kết thúc trước/,
  ],
  [
    'a ward that became nothing',
    { file: 'places.yaml', find: /now: phuong-[a-z-]+/, put: 'now: phuong-la' },
    /đơn vị mới/,
  ],
  ['a strange file', { file: 'ghi-chu.yaml', add: 'a: b' }, /tệp lạ/],
  ['a file name with capitals', { file: 'cards/luat/The-Moi.yaml', add: 'title: x' }, /tên tệp/],
  ['wording gone', { file: 'wording.yaml', remove: true }, /thiếu tệp này/],
  [
    'a sentence of the bot gone',
    { file: 'wording.yaml', find: /^ask_name:.*\n/m, put: '' },
    /thiếu mục “ask_name”/,
  ],
  ['a card outside any topic', { file: 'cards/the-le.yaml', add: 'title: x' }, /thiếu mục|thư mục chủ đề/],
];

test('there are forty', () => expect(mistakes.length).toBeGreaterThanOrEqual(40));
test('without a mistake nothing is reported', () => expect(problemsOf(sources)).toEqual([]));

test.each(mistakes)('%s', (_, edit, message) => {
  const problems = problemsOf(edited(edit));
  const said = problems.map((p) => `${p.file}:${p.line}: ${p.message}`);
  expect(said.join('\n')).toMatch(message);
  const found = problems.find((p) => message.test(p.message));
  expect(found?.line).toBeGreaterThan(0);
  if (!('remove' in edit))
    expect(
      problems.some((p) => p.file === edit.file),
      said.join('\n'),
    ).toBe(true);
});

test('a mistake is told on its own line', () => {
  const files = edited({ file: htx, find: 'related:\n', put: 'related:\n  - khong-co\n' });
  const text = files.find((f) => f.path === htx)?.text.split('\n') ?? [];
  const [problem] = problemsOf(files);
  expect(text[(problem?.line ?? 0) - 1]).toContain('khong-co');
});
