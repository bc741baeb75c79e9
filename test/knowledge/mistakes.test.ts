// Some seventy mistakes a curator can make, one at a time: each is reported in its file, at its line, in Vietnamese, with what to do.
import { expect, test } from 'vitest';
import { type Edit, edited, problemsOf, sources } from '../support/sources.ts';

const path = (id: string): string =>
  sources.find((f) => f.path.endsWith(`/${id}.yaml`))?.path ?? `missing ${id}`;
const htx = path('htx-so-nguoi');
const fee = path('htx-le-phi');
const money = path('nq06-20-trieu');
const calc = path('htx-cu-luat-moi');
const unknown = path('nq06-phan-con-lai');
const pig = path('dich-lon');
const law = 'provisions/luat-17-2023.yaml';

const mistakes: readonly [string, Edit, RegExp][] = [
  [
    'a topic under a name that no folder has',
    { file: 'topics.yaml', find: 'id: khai-niem', put: 'id: khai-niem-cu' },
    /không có thư mục cards\/khai-niem-cu/,
  ],
  [
    'two groups of words under one name',
    { file: 'words.yaml', find: '  - name: người đòi giấy', put: '  - name: kẻ lạ' },
    /nhóm từ “kẻ lạ” có hai lần/,
  ],
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
  [
    'a rate that its line does not say',
    { file: pig, find: 'value: 40000', put: 'value: 4000' },
    /không có trong “40/,
  ],
  [
    'a rate whose line is on no card',
    { file: pig, find: 'line: 40.000', put: 'line: 41.000' },
    /chép đúng lời của thẻ/,
  ],
  ['a rate for another measure', { file: pig, find: 'per: kg', put: 'per: ha' }, /sửa lại per/],
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
  [
    'a single quote left open',
    { file: htx, find: 'title: ', put: "title: '" },
    /ngoặc kép mở ở đây chưa đóng/,
  ],
  [
    'an ask without its dash',
    { file: htx, find: 'asks:\n  - ', put: 'asks:\n  ' },
    /YAML viết sai|danh sách/,
  ],
  [
    'a dash without its blank',
    { file: htx, find: 'asks:\n  - ', put: 'asks:\n  -' },
    /YAML viết sai|danh sách/,
  ],
  ['a colon without its blank', { file: htx, find: 'title: ', put: 'title:' }, /dấu hai chấm/],
  [
    'curly quotes round an ask',
    { file: htx, find: 'asks:\n', put: 'asks:\n  - “nhà em có mấy người”\n' },
    /ngoặc cong/,
  ],
  [
    'words behind a #',
    { file: htx, find: 'asks:\n', put: 'asks:\n  - nhóm em #1 có mấy người\n' },
    /sau dấu #/,
  ],
  ['an @ first', { file: htx, find: 'asks:\n', put: 'asks:\n  - @ad ơi cần mấy người\n' }, /dấu @/],
  ['a ! first', { file: htx, find: 'asks:\n', put: 'asks:\n  - !gấp cần mấy người\n' }, /dấu !/],
  ['an & first', { file: htx, find: 'asks:\n', put: 'asks:\n  - &em cần mấy người\n' }, /ngoặc kép|YAML/],
  [
    'a backslash in quotes',
    { file: htx, find: 'asks:\n', put: 'asks:\n  - "nhóm\\quế cần mấy người"\n' },
    /không viết dấu \\/,
  ],
  ['a line of dashes', { file: htx, find: 'aspect:', put: '---\naspect:' }, /bỏ dòng “---”/],
  [
    'a day that does not exist',
    { file: htx, find: /review_by: .*/, put: 'review_by: 2027-02-31' },
    /ngày không có thật/,
  ],
  [
    'an earlier card that is itself',
    { file: htx, find: /earlier: .*/, put: 'earlier: htx-so-nguoi' },
    /vòng tròn/,
  ],
  [
    'an earlier card that names a later one',
    { file: path('htx-so-nguoi-luat-2012'), find: 'aspect:', put: 'earlier: htx-so-nguoi\naspect:' },
    /vòng tròn/,
  ],
  [
    'an earlier card that does not exist',
    { file: htx, find: /earlier: .*/, put: 'earlier: khong-co' },
    /không có thẻ tên/,
  ],
  [
    'a text replaced by itself',
    { file: 'documents.yaml', find: 'replaced_by: luat-17-2023', put: 'replaced_by: luat-23-2012' },
    /vòng tròn/,
  ],
  [
    'a place that became itself',
    {
      file: 'places.yaml',
      find: /- id: ([a-z0-9-]+)\n((?: {2}(?!now:).*\n)*) {2}now: .*/,
      put: '- id: $1\n$2  now: $1',
    },
    /nhập vào chính nó/,
  ],
  ['an empty file', { file: 'cards/luat/the-rong.yaml', add: '' }, /tệp trống/],
  ['a file ending in .yml', { file: 'cards/luat/the-moi.yml', add: 'title: x' }, /đổi đuôi/],
  [
    'a link to a copy',
    {
      file: 'documents.yaml',
      find: '  verified:',
      put: '  link: https://vanban.example.com/luat\n  verified:',
    },
    /cơ quan nhà nước/,
  ],
  [
    'an address as the source',
    { file: law, find: /source: ".*"/, put: 'source: "đọc từ https://example.com"' },
    /không ghi đường dẫn/,
  ],
  [
    'amounts out of order',
    { file: 'amounts.yaml', find: /( {4}- from: \d{4}-\d{2}-\d{2}\n(?: {6}.*\n)+)/, put: '$1$1' },
    /từ ngày cũ đến ngày mới/,
  ],
  [
    'a target of no year',
    { file: 'targets.yaml', find: /when: .*/, put: 'when: sang năm' },
    /chỉ viết year|chỉ được viết/,
  ],
  [
    'another period',
    { file: money, find: 'giai đoạn 2021', put: 'giai đoạn 2022' },
    /giai đoạn “2022|ngày “2022”/,
  ],
  [
    'an article nobody cites',
    { file: fee, find: /answer: >-\n/, put: 'answer: >-\n  Theo Điều 987.\n' },
    /“Điều 987” không phải/,
  ],
  [
    'an id with capitals',
    { file: law, find: '- id: lhtx-02\n', put: '- id: LHTX-02\n' },
    /chữ thường không dấu/,
  ],
  [
    'an ask of a card in a talk',
    { file: 'talk/chao.yaml', find: 'asks:\n', put: 'asks:\n  - lap htx can may nguoi ad\n' },
    /trùng cách hỏi .* ở cards\/khai-niem\/htx-so-nguoi\.yaml dòng \d+/,
  ],
  [
    'an ask of another card in shorthand and another order',
    { file: path('von-toi-thieu'), find: 'asks:\n', put: 'asks:\n  - là gì hả ad tht\n' },
    /trùng cách hỏi .* ở cards\/khai-niem\/tht-la-gi\.yaml dòng \d+/,
  ],
  [
    'a phrase in two rings',
    {
      file: 'rings.yaml',
      find: '- means: nộp ở đâu\n  said: [',
      put: '- means: nộp ở đâu\n  said: [ai quyet dinh, ',
    },
    /“ai quyet dinh” \(bỏ dấu\) đã có ở vòng “ai quyết định”, dòng 4; mỗi cụm từ chỉ ở một vòng/,
  ],
  [
    'a ring twice',
    { file: 'rings.yaml', find: '- means: nộp ở đâu', put: '- means: ai quyết định' },
    /vòng “ai quyết định” đã có ở dòng 3; hãy gộp hai vòng làm một/,
  ],
  [
    'an office in a place that is not there',
    { file: 'offices.yaml', find: /place: phuong-[a-z-]+/, put: 'place: phuong-la' },
    /nơi “phuong-la” chưa có trong places\.yaml/,
  ],
  [
    'an office by a clause that does not exist',
    { file: 'offices.yaml', find: /cites:\n {4}- .*/, put: 'cites:\n    - khong-co-dieu' },
    /điều khoản “khong-co-dieu” không có/,
  ],
  [
    'a namesake that is not there',
    { file: 'places.yaml', find: /namesakes:\n {4}- .*/, put: 'namesakes:\n    - phuong-la' },
    /nơi trùng tên “phuong-la” chưa có trong places\.yaml/,
  ],
  ['words for a number', { file: money, find: '20 triệu', put: 'hai mươi mốt triệu' }, /hai mươi mốt/],
];

test('there are more than forty, all different', () => {
  expect(mistakes.length).toBeGreaterThanOrEqual(40);
  expect(new Set(mistakes.map(([name]) => name)).size).toBe(mistakes.length);
  const edits = mistakes.map(([, edit]) => Object.values(edit).map(String).join('|'));
  expect(new Set(edits).size).toBe(mistakes.length);
});
test('without a mistake nothing is reported', () => expect(problemsOf(sources)).toEqual([]));

test.each(mistakes)('%s', (_, edit, message) => {
  const problems = problemsOf(edited(edit));
  const said = problems.map((p) => `${p.file}:${p.line}: ${p.message}`);
  expect(said.join('\n')).toMatch(message);
  const found = problems.filter((p) => message.test(p.message));
  const at = changedLine(edit);
  // What is missing is told where the whole begins; everything else within three lines of where it was done.
  const placed = found.some(
    (p) => Math.abs(p.line - at) <= 3 || /thiếu|chưa dẫn|chưa ghi|known: false|mới có/.test(p.message),
  );
  expect(placed, `changed in line ${at}:\n${said.join('\n')}`).toBe(true);
  for (const p of problems) {
    expect(p.message).not.toMatch(english);
    expect(p.message).toMatch(whatToDo);
  }
  if (!('remove' in edit))
    expect(
      problems.some((p) => p.file === edit.file),
      said.join('\n'),
    ).toBe(true);
});

/** Words of the parser's and the schema's own messages. */
const english =
  /\b(?:invalid|expected|received|must|unexpected|implicit|nested|missing|string|array|object|required|alias|scalar|mapping|token|too (?:small|big)|input)\b/i;
const whatToDo = /hãy|chỉ|cần|bỏ|sửa|thêm|xem|đặt|viết|phải|đổi|chép/;

/** The first line that differs from what was written before. */
function changedLine(edit: Edit): number {
  if ('remove' in edit || 'add' in edit) return 1;
  const text = (files: readonly { path: string; text: string }[]): string[] =>
    files.find((f) => f.path === edit.file)?.text.split('\n') ?? [];
  const before = text(sources);
  return text(edited(edit)).findIndex((l, i) => l !== before[i]) + 1;
}

test('a byte order mark before the first line is no mistake', () => {
  const files = sources.map((f) => (f.path === htx ? { ...f, text: `\uFEFF${f.text}` } : f));
  expect(problemsOf(files)).toEqual([]);
});

test('a folder of cards without a name for people is told once', () => {
  const files = sources.map((f) => ({ ...f, path: f.path.replace('cards/khai-niem/', 'cards/moi/') }));
  const said = problemsOf(files).map((p) => p.message);
  expect(
    said.filter((m) => m.includes('chủ đề “moi” chưa có tên; thêm id và title vào topics.yaml')),
  ).toHaveLength(1);
});

test('a mistake is told on its own line', () => {
  const files = edited({ file: htx, find: 'related:\n', put: 'related:\n  - khong-co\n' });
  const text = files.find((f) => f.path === htx)?.text.split('\n') ?? [];
  const [problem] = problemsOf(files);
  expect(text[(problem?.line ?? 0) - 1]).toContain('khong-co');
});
