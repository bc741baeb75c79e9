// What is said to be asked in so many words, apart from what is told before it.
import { describe, expect, test } from 'vitest';
import { askedApart } from '../../../../src/conversation/understand/phrasing/in-so-many-words.ts';

describe('askedApart', () => {
  test.each([
    ['em làm tổ cơ, hỏi bố với em tính mấy người', 'bố với em tính mấy người', 'em làm tổ cơ'],
    ['toi chua ban ma, toi hoi gia bao nhieu', 'gia bao nhieu', 'toi chua ban ma'],
    ['nhà tôi lũ cuốn. Tôi hỏi ai đền chứ', 'ai đền', 'nhà tôi lũ cuốn'],
  ])('%s', (text, asked, told) => expect(askedApart(text)).toEqual({ asked, told }));
  test.each(['hỏi lệ phí bao nhiêu', 'em làm tổ', 'có mất tiền không, em hỏi bao nhiêu', ''])(
    'all is one: %s',
    (text) => expect(askedApart(text)).toBeUndefined(),
  );
});
