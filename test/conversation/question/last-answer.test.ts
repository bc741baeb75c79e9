// "Nghĩa là sao" behind an answer: its sentence again, with the day that was asked about, how it stands and all it rests on.
import { expect, test } from 'vitest';
import { plainText } from '../../../src/conversation/message.ts';
import { answerReply } from '../../../src/conversation/replies/answer.ts';
import { freshState } from '../../../src/conversation/state.ts';
import { talkAlone } from '../../../src/conversation/talk-alone.ts';
import { answerWith } from '../../../src/knowledge/answer.ts';
import { real } from '../../support/packs.ts';

const idle = { ...freshState, greeted: true };
const { knowledge, published } = real;
const days = ['2026-11-23', '2023-05-01'];

test.each(days)('every card, asked as of %s', (day) => {
  const today = '2026-11-23';
  for (const { id } of published) {
    const answer = answerWith(knowledge, id, day);
    if (!answer) throw new Error(id);
    const around = answerReply(knowledge, answer, today).blocks.filter(
      (b) => b.kind === 'note' || b.kind === 'warn',
    );
    const topic = { card: id, ...(day === today ? {} : { asOf: day }) };
    const turn = talkAlone(knowledge, today, { ...idle, topic }).say({
      kind: 'text',
      text: 'nghĩa là sao',
    });
    const text = turn.replies.map(plainText).join('\n');
    expect(text).toContain('Nói gọn lại');
    for (const block of around) expect(text, id).toContain(plainText({ blocks: [block] }));
  }
});
