// "Lập tổ cần mấy người? Đăng ký cho em luôn": the question is answered, and the form opened with what the message tells.
import { formIn } from '../../../knowledge/forms.ts';
import { say } from '../../../knowledge/wording.ts';
import { plainWords } from '../../../language/fold.ts';
import { asTyped, changing, type Draft, type Typed } from '../../context.ts';
import { askQuestion } from '../../question/index.ts';
import { registerChoice } from '../../replies/choices.ts';
import { ownTells } from '../../understand/told/index.ts';
import { askedBesideSigningUp } from '../../understand/wish.ts';
import type { World } from '../../world.ts';
import { answerAside } from './aside/side-question.ts';
import { openLead, startRegister } from './start.ts';

/** Undefined where a form is open or was sent. */
export function askedWithWish(context: Typed): Draft | undefined {
  const { state, heard, world } = context;
  if (state.flow || state.paused || openLead(context, 'group')) return undefined;
  const beside = askedBesideSigningUp(heard.text, world.knowledge);
  if (!beside) return undefined;
  const { asked: question } = beside;
  const { words } = world.knowledge;
  const form = formIn(beside.told, words) ?? formIn(plainWords(heard.text).replace(fund, ' '), words);
  const before = ownTells(heard.text, world.knowledge, state.told, false);
  const told = form === 'tht' || form === 'htx' ? { ...before, form } : before;
  const remembering = { ...context, state: { ...state, told } };
  const opened = startRegister(remembering);
  const answer = answerAside({ ...context, state: opened.state, heard: asTyped(question) }, question);
  return answer && answer.outcome !== 'choose'
    ? { ...answer, replies: [...answer.replies, ...opened.replies] }
    : offeringForm(askQuestion({ ...remembering, heard: asTyped(question) }, question), world);
}

/** Whose loan is asked about is no form that shall be founded. */
const fund = /\bquy (?:ho tro )?(?:phat trien )?(?:hop tac xa|htx)\b/g;

/** What is asked means no one answer for sure: that is settled first, and the form is a tap away. */
const offeringForm = (draft: Draft, { knowledge }: World): Draft =>
  changing(draft, (replies) =>
    replies.map((r, i) =>
      i < replies.length - 1
        ? r
        : {
            ...r,
            blocks: [...r.blocks, { kind: 'note', text: say(knowledge.wording, 'register_too') }],
            choices: [...r.choices.filter((c) => c.id !== 'do:register'), registerChoice(knowledge)],
          },
    ),
  );
