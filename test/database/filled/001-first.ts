// A database as the first version left it: one row and more in every table, written as plain SQL so that later code cannot change it.
export const expected = { turns: 2, leads: 1, pending: 1, name: 'Trần Văn Tùng', phone: '0912345678' };

export const rows = (seal: (text: string) => string, hash: (text: string) => string): string[] => [
  `insert into identity values ('i1', 'telegram', '777', 0, '2026-11-20T01:00:00.000Z', '2026-11-20T01:05:00.000Z')`,
  `insert into conversation values ('c1', 'i1', '${seal(JSON.stringify({ version: 1, greeted: true, topic: {}, told: { place: 'yen-bai' }, offered: [] }))}', null, 4, '2026-11-20T01:00:00.000Z', '2026-11-20T01:05:00.000Z')`,
  `insert into inbound values ('telegram', '777', 'u1', '2026-11-20T01:00:00.000Z'), ('telegram', '777', 'u2', '2026-11-20T01:05:00.000Z')`,
  `insert into turn values ('t1', 'c1', 1, '2026-11-20T01:00:00.000Z', 'chào', '[{"blocks":[{"kind":"say","text":"Chào bạn"}],"choices":[]}]', 'small_talk', '[]', null), ('t2', 'c1', 3, '2026-11-20T01:05:00.000Z', 'gửi đi', '[]', 'action', '[]', null)`,
  `insert into outbox values ('o1', 'c1', 'i1', 'telegram', 2, 't1', null, 'sent', 0, '2026-11-20T01:00:00.000Z', null, '2026-11-20T01:00:00.000Z', '2026-11-20T01:00:01.000Z'), ('o2', 'c1', 'i1', 'telegram', 4, 't2', '${seal('{"blocks":[{"kind":"say","text":"Đã ghi"}],"choices":[]}')}', 'pending', 0, '2026-11-20T01:05:00.000Z', null, '2026-11-20T01:05:00.000Z', null)`,
  `insert into lead values ('l1', 'HTX-22222', 'i1', 'c1', 'group', 'tht', 'yen-bai', 'phường Yên Bái', 'che', 'chè', 4, '${seal('Trần Văn Tùng')}', '${hash('tung')}', '${seal('0912345678')}', '${hash('0912345678')}', 'tối', null, null, 'new', null, null, '2026-11-20T01:04:00.000Z', 'telegram', 'u2', 'v1', '2026-11-20T01:05:00.000Z', '2026-11-20T01:05:00.000Z', null)`,
  `insert into lead_event values ('e1', 'l1', '2026-11-20T02:00:00.000Z', 'a1', 'note', null, null, '${seal('gọi lại tối nay')}')`,
  `insert into gap values ('g1', 'c1', 't1', '2026-11-20T01:00:00.000Z', 'mua máy cày được gì', 'mua may cay duoc gi', null, 'no_answer', 1, 'open', null, null)`,
  `insert into staff_account values ('a1', 'lan', 'Chị Lan', 'admin', 'x', 0, null, '2026-11-19T00:00:00.000Z', null)`,
  `insert into staff_session values ('s1', 'a1', 'csrf', '2026-11-20T00:00:00.000Z', '2026-11-20T00:00:00.000Z', '2026-11-27T00:00:00.000Z')`,
  `insert into staff_link values ('k1', 'account', null, 'staff', '2026-11-23T00:00:00.000Z', null)`,
  `insert into attempt values ('login:lan', '2026-11-20T00:00:00.000Z')`,
  `insert into operator values ('name', 'UBND phường', '2026-11-20T00:00:00.000Z', 'a1')`,
  `insert into audit values ('u1', '2026-11-20T01:05:00.000Z', 'person', 'lead.created', 'l1', '')`,
  `insert into channel_store values ('vault.check', '${seal('hoi-htx')}', '2026-11-19T00:00:00.000Z')`,
];
