// "Hỏi tổ chứ có phải hợp tác xã đâu": the same question, asked of the other form.
import { formIn } from '../../../knowledge/forms.ts';
import type { Card } from '../../../knowledge/schema/card.ts';
import type { Form } from '../../../knowledge/schema/form.ts';
import { isAsking } from '../../../language/asking.ts';
import { syllables } from '../../../language/fold.ts';
import type { Context } from '../../context.ts';
import { sayForm } from '../../understand/follow-up/candidates.ts';
import type { Denial } from '../../understand/follow-up/denial/index.ts';
import { type Denied, withoutTopic } from './denied.ts';
import { earlierQuestions } from './earlier.ts';
import { isOffering } from './said-before.ts';

/** "Hỏi tổ chứ có phải htx đâu": the same question, of the other form; what is only told behind it asks nothing else. */
export function ofOtherForm(context: Context, said: readonly Card[], denial: Denial): Denied | undefined {
  const { state, world } = context;
  const { words } = world.knowledge;
  const [first = '', ...told] = denial.rest.split('. ').map((clause) => clause.replace(iAm, ''));
  const [not, meant] = [formIn(denial.denied, words), formIn(first, words)];
  if (!not || !meant || not === meant || syllables(first).length > shortForm || told.some(isAsking))
    return undefined;
  if (!isOffering(state) && told.length === 0)
    return { context: behindForm(context, said, not), rest: sayForm[meant], leans: false };
  const [question] = earlierQuestions(state, denial);
  if (question === undefined) return undefined;
  const ofNot = said.filter((c) => c.forms.length > 0 && !c.forms.includes(meant)).map((c) => c.id);
  const { topic } = state;
  const last = topic.card !== undefined && ofNot.includes(topic.card) ? {} : topic;
  const without = withoutTopic(context, denial, ofNot, undefined);
  return {
    context: { ...without, state: { ...without.state, topic: { ...last, form: meant } } },
    rest: `${question} ${sayForm[meant]}`,
    leans: false,
  };
}
const shortForm = 3;
/** "Tôi là hợp tác xã", "nhà em là tổ". */
const iAm =
  /^(?:(?:nhà|nha|bên|ben)\s+)?(?:(?:chúng|chung)\s+)?(?:tôi|toi|em|mình|minh|bọn em|bon em)\s+(?:là|la|đang là|dang la)\s+/iu;

/** Of two answers it goes on from the one about the form that was not meant. */
function behindForm(context: Context, said: readonly Card[], not: Form): Context {
  const { state } = context;
  const about = said.find((c) => c.forms.length === 1 && c.forms[0] === not);
  return about ? { ...context, state: { ...state, topic: { ...state.topic, card: about.id } } } : context;
}
