// "Dừng. Hợp tác xã cần mấy người", "không đồng ý, tôi chỉ hỏi …": the form is left, and what is asked behind that answered.
import type { Context, Draft } from '../../../context.ts';
import { sideQuestion } from './side-question.ts';

/** `left`: what is said where the form is left, and the state behind it. */
export function leaveThenAnswer(context: Context, left: Draft, question: string): Draft {
  const aside = sideQuestion(context, question);
  if (!aside) return left;
  const said = left.replies[0];
  const answers = (replies: Draft['replies']): Draft['replies'] =>
    [...(said ? [said] : []), ...replies.slice(0, -1)].map((r, i, all) => ({
      ...r,
      choices: i === all.length - 1 ? (said?.choices ?? []) : [],
    }));
  return {
    ...aside,
    state: { ...aside.state, flow: undefined },
    replies: answers(aside.replies),
  };
}
