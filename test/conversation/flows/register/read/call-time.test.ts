// The call time as it is told: what only looks like one is none, what stands before it goes with the form, a scolding is left out.
import { describe, expect, test } from 'vitest';
import { formAfter, upTo } from '../../../../support/form.ts';

describe('where the time is asked for', () => {
  test.each([
    ['toi sau 6h, ban ngay toi o vuon khong nghe may', undefined],
    ['chủ nhật', undefined],
    ['goi luc nao con trai o nha thoi, chu nhat', undefined],
    ['thì đã bảo sau 6 giờ tối rồi', 'sau 6 giờ tối'],
    ['đã nói là chiều rồi mà', 'chiều'],
    ['tối', undefined],
    ['h nào cx đc', undefined],
    ['lúc nào cx đc', undefined],
    ['giờ nào cũng được', undefined],
    ['bất cứ lúc nào', undefined],
    ['để mai', undefined],
    ['tùy cán bộ', undefined],
    ['toi', undefined],
    ['cả tối nha ad, ngày đi phụ hồ', undefined],
  ])('%s', (text, bestTime = text) =>
    expect(formAfter(`${upTo.time}|${text}`).draft.bestTime).toBe(bestTime),
  );

  test('of the phone, and no time: it goes with the form, and the time is asked still', () => {
    const form = formAfter(`${upTo.time}|mà máy tôi hay hết pin`);
    expect(form.draft).toMatchObject({ note: 'máy tôi hay hết pin' });
    expect(form.step).toBe('time');
    expect(form.said).toContain('Tôi ghi kèm lời nhắn');
  });

  test('a question that only an officer can answer goes with it', () =>
    expect(formAfter(`${upTo.time}|toi noi dc tieng kinh it, can bo co nguoi mong k`).draft.note).toContain(
      'mong',
    ));

  test('“bỏ lời nhắn” beside it is done', () => {
    const call =
      'ao cá nhà tôi chết hết rồi, có được hỗ trợ gì không|gặp cán bộ|đồng ý|Lý Văn Sơn|0912 345 678';
    const form = formAfter(`${call}|lúc nào cũng đc trừ trưa. bỏ lời nhắn`);
    expect(form.draft).toMatchObject({ bestTime: 'lúc nào cũng đc trừ trưa' });
    expect(form.draft.note).toBeUndefined();
    expect(
      formAfter(`${call}|khoan đã, ghi kèm câu chửi bot thì bỏ đi, ngại lắm`).draft.note,
    ).toBeUndefined();
  });

  test('a remark is changed by its own words there', () => {
    const call =
      'ao cá nhà tôi chết hết rồi, có được hỗ trợ gì không|gặp cán bộ|đồng ý|Lý Văn Sơn|0912 345 678';
    const form = formAfter(`${call}|sửa lời nhắn đi, ghi là: HTX thu 2 triệu rồi giải tán`);
    expect(form.draft).toMatchObject({ note: 'HTX thu 2 triệu rồi giải tán' });
    expect(form.step).toBe('time');
  });

  test('when one will be called is told', () =>
    expect(formAfter(`${upTo.time}|gọi lúc nào thế`).said).toContain('Cán bộ nhận phiếu rồi gọi'));
});

describe('behind the number', () => {
  test.each([
    ['0912000111 mà máy tôi hay hết pin', undefined, 'máy tôi hay hết pin'],
    ['à 0978111222, máy cô hay hết pin, gọi tối', 'gọi tối', 'máy cô hay hết pin'],
    ['0355 666 777 gọi tối nhé, ban ngày mình ngoài chợ', 'gọi tối nhé, ban ngày mình ngoài chợ', undefined],
    ['0904 555 666 cảm ơn em nhiều nhé', undefined, undefined],
    ['0915 010 203 zalo luon', undefined, undefined],
  ])('%s', (text, bestTime, note) => {
    const { draft } = formAfter(`${upTo.phone}|${text}`);
    expect(draft.phone).toMatch(/^\+84/);
    expect(draft.bestTime).toBe(bestTime);
    expect(draft.note).toBe(note);
  });
});
