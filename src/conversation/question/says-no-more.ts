// "Không phải quỹ chung, tôi hỏi vào giữa năm thì sao": no other line of the same answer surely tells it; that is said, with what lies beside, and no third line is tried.
import type { Answer } from '../../knowledge/answer.ts';
import { say } from '../../knowledge/wording.ts';
import { type Context, line } from '../context.ts';
import type { Reply } from '../message.ts';
import { staffChoice, wholeChoice } from '../replies/choices.ts';
import { linesAsked } from '../understand/line-asked/index.ts';
import { speaksOfWords } from '../understand/line-asked/put-aside.ts';
import { linesPutAside } from './denied/put-aside.ts';

/** Undefined where nothing was put right, another answer is meant, or a line surely is asked for. */
export function saysNoMore(context: Context, whole: Reply, { card, day }: Answer): Reply | undefined {
  const { state, heard, world, corrects } = context;
  const { knowledge } = world;
  const aside = linesPutAside(context, card);
  const again = card.id === state.topic.card && day === (state.topic.asOf ?? world.today);
  if (heard.kind !== 'text' || !again || aside.length === 0) return undefined;
  if (linesAsked(knowledge, card, heard.text, state.topic.form, aside).sure) return undefined;
  const no = line(say(knowledge.wording, 'choose_beyond', { title: card.title }));
  const others = whole.choices.filter(
    ({ id, label }) =>
      id.startsWith('card:') && !corrects?.denied.some((words) => speaksOfWords(label, words)),
  );
  return { blocks: [no], choices: [wholeChoice(knowledge, card), ...others, staffChoice(knowledge)] };
}
