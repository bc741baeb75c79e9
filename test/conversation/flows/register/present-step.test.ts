// A button of an older message pressed while a form is open: the form says so and asks its present step again; nothing is lost.
import { describe, expect, test } from 'vitest';
import { plainText } from '../../../../src/conversation/message.ts';
import { freshState } from '../../../../src/conversation/state.ts';
import { type Alone, talkAlone } from '../../../../src/conversation/talk-alone.ts';
import { knowledge } from '../../../support/knowledge.ts';

const { wording } = knowledge;
const atConsent = (): Alone => {
  const talk = talkAlone(knowledge, '2026-11-23', { ...freshState, greeted: true });
  for (const text of ['đăng ký lập nhóm', 'tổ hợp tác', 'phường Văn Phú', 'quế', '5'])
    talk.say({ kind: 'text', text });
  return talk;
};
const tap = (talk: Alone, id: string): { text: string; choices: string[] } => {
  const { replies } = talk.say({ kind: 'choose', id });
  return {
    text: replies.map(plainText).join('\n'),
    choices: (replies.at(-1)?.choices ?? []).map((c) => c.id),
  };
};

describe('at the consent, with the button of an older message', () => {
  test.each([
    'do:skip',
    'members:3',
    'edit:name',
    'data:keep',
    'data:erase',
    'register:send',
    'no:none',
    'x',
  ])('%s: the step is asked again, with a word about it', (id) => {
    const talk = atConsent();
    const before = talk.state().flow;
    const shown = tap(talk, id);
    expect(shown.text).toContain(wording.old_button);
    expect(shown.text).toContain('Bạn có đồng ý không?');
    expect(shown.choices).toContain('consent:yes');
    expect(talk.state().flow).toEqual(before);
    expect(tap(talk, 'consent:yes').text).toContain(wording.ask_name);
  });

  test.each(['card:htx-so-nguoi', 'quote:htx-so-nguoi', 'forget:all'])(
    '%s: does what it says, then the step is asked again',
    (id) => {
      const talk = atConsent();
      const shown = tap(talk, id);
      expect(shown.text).toContain(wording.back_to_form);
      expect(shown.text).toContain('Bạn có đồng ý không?');
      expect(shown.choices).toContain('consent:yes');
      expect(talk.state().flow).toMatchObject({ step: 'consent', draft: { members: 5 } });
    },
  );

  test.each(['do:ask', 'do:menu', 'do:later'])('%s: the form is not forgotten', (id) => {
    expect(tap(atConsent(), id).choices).toContain('consent:yes');
  });

  test('the words of the step itself are still asked again in its own way', () => {
    const talk = atConsent();
    const { replies } = talk.say({ kind: 'text', text: 'để xem đã' });
    expect(replies.map(plainText).join('\n')).not.toContain(wording.old_button);
  });

  test('what is personal is not kept when a button comes between', () => {
    const talk = atConsent();
    talk.say({ kind: 'choose', id: 'consent:yes' });
    talk.say({ kind: 'text', text: 'Hoàng Thị Lan' });
    talk.say({ kind: 'text', text: '0987654321' });
    talk.say({ kind: 'text', text: 'buổi tối' });
    const turn = talk.say({ kind: 'choose', id: 'members:3' });
    expect(JSON.stringify(turn.replies)).toContain('Hoàng Thị Lan');
    expect(JSON.stringify(turn.kept)).not.toMatch(/Hoàng Thị Lan|0987/);
  });
});
