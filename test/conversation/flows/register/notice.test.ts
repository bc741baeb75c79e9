// Consent is given behind the notice alone: by whatever way a form comes to that step, the notice is shown before a yes is taken for one.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { consentText } from '../../../../src/conversation/flows/register/ask/step.ts';
import { plainText, type Said } from '../../../../src/conversation/message.ts';
import { freshState, type RegisterFlow, type State } from '../../../../src/conversation/state.ts';
import { type Alone, talkAlone } from '../../../../src/conversation/talk-alone.ts';
import { unnamedOperator } from '../../../../src/conversation/world.ts';
import { formAfter, upTo } from '../../../support/form.ts';
import { knowledge } from '../../../support/knowledge.ts';

const today = '2026-11-23';
const notice = (consentText({ knowledge, operator: { name: unnamedOperator } }).split('\n')[0] ?? '').trim();
const idle: State = { ...freshState, greeted: true };

const formOf = (talk: Alone): RegisterFlow | undefined => {
  const { flow } = talk.state();
  return flow?.flow === 'register' ? flow : undefined;
};
const said = (text: string): Said =>
  text.startsWith('!') ? { kind: 'choose', id: text.slice(1) } : { kind: 'text', text };
const say = (talk: Alone, text: string): string => talk.say(said(text)).replies.map(plainText).join('\n');

describe('the step is come to, and a yes follows at once', () => {
  test.each([
    ['an answer', `${upTo.members}|4`],
    [
      'an answer with a question that is answered aside',
      'Đăng ký lập nhóm|tổ|Âu Lâu|nuôi lợn|5 nhà, mà mỗi nhà có 2 vợ chồng thì 10 người à?|đúng',
    ],
    ['an answer with a question that waits', `${upTo.members}|4 nhà, mà thế con bò nhà bà Tư bao giờ đẻ?`],
    ['an answer with a question of the law', `${upTo.members}|12 người, mà có phải nộp tiền không`],
    ['all in one breath', 'tôi muốn lập tổ hợp tác trồng chè ở Văn Phú, 5 người'],
    ['a skipped step', `${upTo.members}|bỏ qua`],
    ['a number that is asked about', `${upTo.members}|150|đúng`],
    ['a count that takes itself back', `${upTo.members}|5 à 6`],
    ['said before', `nhóm em 5 người|${upTo.members}`],
    ['a call', 'gặp cán bộ'],
    ['a number left', 'gọi lại cho tôi nhé, số tôi 0912 345 678'],
    ['put aside and taken up', `${upTo.members}|4|để hôm khác nhé|làm tiếp`],
    ['a form left for a call, and back', `${upTo.members}|4|gặp cán bộ|!do:register`],
  ])('%s', (_, text) => {
    const talk = talkAlone(knowledge, today, idle);
    const shown = text
      .split('|')
      .map((line) => say(talk, line))
      .at(-1);
    expect(formOf(talk)?.step).toBe('consent');
    expect(shown).toContain(notice);
    say(talk, 'đồng ý');
    expect(formOf(talk)).toMatchObject({ step: 'name', consent: { version: knowledge.wording.version } });
  });
});

test('behind the notice a question asks only once more; it is not read out twice', () => {
  const talk = talkAlone(knowledge, today, idle);
  for (const line of upTo.consent.split('|')) say(talk, line);
  const again = say(talk, 'ai xem được số của tôi');
  expect(again).toContain('Bạn có đồng ý không?');
  expect(again).not.toContain(notice);
});

describe('a form that stands at the step and whose notice was never shown, or was another', () => {
  const at = (more: Partial<RegisterFlow>): Alone => {
    const talk = talkAlone(knowledge, today, idle);
    for (const line of upTo.consent.split('|')) say(talk, line);
    const state = talk.state();
    const flow = { ...(formOf(talk) as RegisterFlow), ...more };
    return talkAlone(knowledge, today, { ...state, flow });
  };
  const unread: [string, Partial<RegisterFlow>][] = [
    ['never', { notice: undefined }],
    ['older', { notice: '2020-01-01' }],
  ];
  const yeses = [
    '!consent:yes',
    'đồng ý',
    'ok',
    'đổi sang hợp tác xã đi, mà đồng ý',
    'đồng ý, tên tôi là Hoa',
  ];
  test.each(unread.flatMap(([name, more]) => yeses.map((yes) => [name, yes, more] as const)))(
    '%s: “%s” is no consent, the notice is shown; behind it a yes is',
    (_, yes, more) => {
      const talk = at(more);
      const turn = talk.say(said(yes));
      expect(formOf(talk)?.consent).toBeUndefined();
      expect(formOf(talk)?.draft.name).toBeUndefined();
      expect(turn.kept.said).not.toContain('Hoa');
      expect(turn.replies.map(plainText).join('\n')).toContain(notice);
      say(talk, 'đồng ý');
      expect(formOf(talk)?.consent).toBeDefined();
    },
  );
  test.each([
    'chào em',
    'ai xem được số của tôi',
    'để xem đã',
    'Lan',
    '!members:3',
    '!card:htx-so-nguoi',
    '5 nhà',
  ])('“%s”: whatever is said, what asks for consent is the notice', (text) =>
    expect(say(at({ notice: undefined }), text)).toContain(notice),
  );
});

test('in no talk, however it goes, is consent taken that the notice did not come before', {
  timeout: 60_000,
}, () => {
  const pieces = fc.constantFrom(
    ...[...upTo.consent.split('|'), 'tổ hợp tác trồng chè ở Văn Phú, 5 người', 'bỏ qua', 'quay lại', 'sửa'],
    ...['4 nhà, mà có phải nộp tiền không', 'chè, mà có phải nộp tiền không', 'dung', 'ok'],
    ...[
      'đồng ý',
      '!consent:yes',
      'gặp cán bộ',
      'để hôm khác nhé',
      'làm tiếp',
      'đăng ký',
      'đổi sang hợp tác xã đi, mà đồng ý',
    ],
    ...[
      '0912 345 678',
      'nhầm, 7 người',
      'ai xem được số của tôi',
      'dừng',
      '!do:register',
      '!do:staff',
      'xóa hết thông tin',
    ],
  );
  fc.assert(
    fc.property(
      fc.array(fc.boolean(), { minLength: 3, maxLength: 5 }),
      fc.array(pieces, { minLength: 2, maxLength: 10 }),
      (asking, more) => {
        const talk = talkAlone(knowledge, today, idle);
        const begun = asking.map(
          (asks, i) => `${upTo.consent.split('|')[i]}${asks ? ', mà có phải nộp tiền không' : ''}`,
        );
        const lines = [...begun, ...more];
        let shown = false;
        for (const line of lines) {
          const had = formOf(talk)?.consent;
          const reply = say(talk, line);
          const consent = formOf(talk)?.consent;
          if (consent && !had && formOf(talk)?.updates === undefined)
            expect(shown, lines.join(' | ')).toBe(true);
          shown ||= reply.includes(notice);
        }
      },
    ),
    { numRuns: 150, seed: 11 },
  );
});

describe('consent is not taken where it is taken back in the same breath, however "no" is spelt', () => {
  test.each(['không', 'ko', 'k', 'kg', 'hông', 'hok', 'hem', 'chả', 'đừng'])('%s', (no) => {
    for (const back of [`${no} lưu số`, `${no} cho ghi số`, `${no} đồng ý nữa`]) {
      expect(formAfter(`${upTo.consent}|đồng ý, Hà, ${back}`).consented, back).toBe(false);
      expect(formAfter(`${upTo.consent}|đồng ý, ${back} có sao không`).consented, back).toBe(false);
    }
  });
  test.each(['đồng ý, Hồng, 0912345678', 'đồng ý, Khôi', 'đồng ý, Hà, đừng gọi buổi sáng'])('%s', (text) => {
    expect(formAfter(`${upTo.consent}|${text}`).consented).toBe(true);
  });
});
