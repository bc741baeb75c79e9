// What is kept of a talk holds nobody's name or number, wherever in a message or a reply it stands.
import { describe, expect, test } from 'vitest';
import { reply } from '../../../src/conversation/context.ts';
import { talkAlone } from '../../../src/conversation/talk-alone.ts';
import { type Own, saidWithoutOwn, shownWithoutOwn } from '../../../src/conversation/turn/without-own.ts';
import { formAfter, upTo } from '../../support/form.ts';
import { knowledge } from '../../support/knowledge.ts';

const own = (names: string[], told: string[] = [], open = true): Own => ({
  names,
  told,
  phones: ['+84912345678'],
  open,
});

describe('what was typed', () => {
  test.each([
    ['đồng ý, vàng a sính, có mất tiền không', own(['Vàng A Sính']), 'đồng ý, [tên], có mất tiền không'],
    ['vang a sinh', own(['Vàng A Sính']), '[tên]'],
    ["em là H'Mai Niê, gọi giờ nào cũng được", own(["H'Mai Niê"]), 'em là [tên], gọi giờ nào cũng được'],
    ["À' đây", own(["À'"], ["À'"]), '[tên] đây'],
    ['a.(b)* nhé', own(['a.(b)*'], ['a.(b)*']), '[tên] nhé'],
    ['em là hà nhé', own(['Hà'], ['Hà']), 'em là [tên] nhé'],
    // Told earlier, one syllable counts as it is written alone.
    ['Hà đây, có phải hà hơi không', own(['Hà']), '[tên] đây, có phải hà hơi không'],
    ['em tên Lò Thị Mai muốn hỏi vay', own([], [], false), 'em tên [tên] muốn hỏi vay'],
    ['em ten lo thi kim mai muon hoi vay', own([], [], false), 'em ten [tên] muon hoi vay'],
    ['nhầm tên, Lý A Sùng. để làm gì', own([]), 'nhầm tên, [tên]. để làm gì'],
    ['gọi 0912 345 678 hay 0987654321', own([]), 'gọi [số] hay [số]'],
    // No names: what a group is called, a law, a place.
    ['tên hợp tác xã đặt thế nào', own([], [], false), 'tên hợp tác xã đặt thế nào'],
    ['em là thành viên', own([], [], false), 'em là thành viên'],
    ['Luật Hợp tác xã ở Lào Cai', own([]), 'Luật Hợp tác xã ở Lào Cai'],
  ])('%s', (text, whose, kept) => {
    expect(saidWithoutOwn(text, whose)).toBe(kept);
  });

  test('decomposed letters are the same letters', () => {
    expect(saidWithoutOwn('Vàng A Sính'.normalize('NFD'), own(['Vàng A Sính']))).toBe('[tên]');
  });
});

test('what was shown keeps the numbers of offices', () => {
  const [kept] = shownWithoutOwn(
    [reply([{ kind: 'detail', text: 'Hà – 0912 345 678' }], [{ id: 'a', label: 'Gọi 0216 3852 345, Hà' }])],
    own(['Hà']),
  );
  expect(kept?.blocks[0]?.text).toBe('[tên] – [số]');
  expect(kept?.choices[0]?.label).toBe('Gọi 0216 3852 345, [tên]');
});

const another = 'Vàng A Sính';
describe('no turn keeps the name or number that is told in it', () => {
  test.each([
    ['put right by its line', `${upTo.summary}|tên ${another}`],
    ['a number put right', `${upTo.summary}|nhầm số, 0987 654 321`],
    ['its last digits', `${upTo.summary}|đuôi 999`],
    ['with a question behind it', `${upTo.summary}|tên là ${another}, cán bộ có gọi tối không`],
    ['who answers the phone', `${upTo.summary}|người nghe máy là ${another}`],
    ['beside consent', `${upTo.consent}|đồng ý, tên em là ${another}, hợp tác xã cần mấy người`],
    ['beside consent, small', `${upTo.consent}|đồng ý, ${another.toLowerCase()}, 0987654321`],
    ['before the form', `em tên ${another} muốn lập tổ hợp tác`],
    ['in a question', `em tên ${another}, máy sấy miến có được cho không`],
    ['at the number', `${upTo.phone}|nhầm tên, ${another}. số điện thoại để làm gì`],
    ['two lines at once', `${upTo.summary}|tên là ${another}, số điện thoại 0987654321`],
    ['swapped', `${upTo.summary}|Lý Văn Sơn đổi thành ${another}`],
    ['all of it shown again', `${upTo.summary}|thông tin của tôi`],
    ['sent and shown', `${upTo.sent}|thông tin của tôi`],
  ])('%s', (_, talk) => {
    const alone = talkAlone(knowledge, '2026-11-23');
    const kept = talk.split('|').map((text) => {
      const { kept, happened, state } = alone.say({ kind: 'text', text });
      const gaps = happened.filter((h) => h.kind === 'gap');
      return JSON.stringify([kept, gaps, state.asked, state.matters]);
    });
    expect(kept.join('\n').normalize('NFC')).not.toMatch(
      /Vàng A Sính|vàng a sính|Lý Văn Sơn|0912|0987|654 ?321|999/,
    );
  });
});

test('that consent was given, and what was asked beside it, stays to be read', () => {
  const said = `đồng ý, em tên ${another}, hợp tác xã cần mấy người`;
  expect(formAfter(`${upTo.consent}|${said}`).kept).toBe('đồng ý, em tên [tên], hợp tác xã cần mấy người');
});
