// What closes a talk, and what only begins like it.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { closingOf } from '../../src/language/closing.ts';

describe('closingOf', () => {
  test.each([
    'dạ em cảm ơn, thế là rõ r',
    'ok cảm ơn, để mình xem điều lệ',
    'hay quá, cảm ơn cháu nhé để bác kể cho mấy bà',
    'cam on chau, thoi bac hoi con bac',
    'cảm ơn nhé, không được thì thôi',
    'cảm ơn nhiều. có gì tôi hỏi tiếp',
    'cảm ơn mọi người, ai cũng nhiệt tình',
    'cảm ơn em nhé, để chị về hỏi chồng xem ai đứng tên',
  ])('thanks: %s', (text) => {
    expect(closingOf(text)).toBe('thanks');
  });
  test.each([
    'vâng để em hỏi mấy chị',
    'thôi chờ vậy',
    'the thoi a',
    'thôi đc rồi tôi ra phường',
    'ừ thôi để mai tôi ra phường hỏi',
    'thế à, để tôi bàn với vợ đã',
    'uk biết rồi',
    'de em ve hoi chong da',
    'thôi tôi hiểu rồi, chào',
    'thoi ko can, bye',
    'Thôi được rồi, tôi không nộp nữa',
    'thôi bác hỏi con bác',
    'thôi e ko đào nữa',
  ])('closing: %s', (text) => {
    expect(closingOf(text)).toBe('closing');
  });
  test.each([
    'cảm ơn, thế còn lệ phí',
    'cảm ơn, cho hỏi thêm',
    'cảm ơn. à lương của tôi là chủ tịch thì ai quyết',
    'cảm ơn bạn thế ai quyết chia lãi',
    'tốt quá cảm ơn em, mà bao lâu thì có giấy',
    'cảm ơn. thế nhờ trưởng thôn đứng ra có được không hay phải lên phường',
    'cam on nhe, the giay nay ky thay co dung ko em',
    'để lập htx cần gì',
    'chờ bao lâu',
    'để tôi hỏi thêm lệ phí bao nhiêu',
    'về đất đai',
    'thôi không hiểu',
    'không nộp nữa có sao không',
    'thôi không hỏi tín dụng nữa, hỏi giống',
    'bác hỏi con bác vào được không',
    'biết hỏi ai',
    '',
  ])('neither: %s', (text) => {
    expect(closingOf(text)).toBeUndefined();
  });
  test('whatever is typed is thanks, a closing or neither', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) =>
        [undefined, 'thanks', 'closing'].includes(closingOf(text)),
      ),
    );
  });
});
