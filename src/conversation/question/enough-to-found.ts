// "Bọn em nuôi ong, 3 người thì lập hợp tác xã được chưa": too few are that many for any trade; and asked whether they are enough, that is what is asked.
import { answerWith } from '../../knowledge/answer.ts';
import { formIn } from '../../knowledge/forms.ts';
import { fold } from '../../language/fold.ts';
import { orNot } from '../../language/question-words.ts';
import type { Context, Draft } from '../context.ts';
import { leastPeople } from '../replies/told.ts';
import { foundWords } from '../understand/founding-words.ts';
import { peopleTold } from '../understand/told/people.ts';
import { answerCard } from './answer-card.ts';

export function enoughToFound(context: Context, message: string): Draft | undefined {
  const { state, world } = context;
  const { cards, words } = world.knowledge;
  const more = withMore(context, message);
  if (more) return more;
  const clauses = message.split(/[.,;!?\n]+/u);
  const asked = clauses.find((clause) => asksToFound.test(fold(clause)) && peopleTold(clause));
  const people = asked === undefined ? undefined : peopleTold(asked)?.members;
  if (asked === undefined || people === undefined) return undefined;
  const form = formIn(asked, words) ?? formIn(message, words) ?? state.told.form;
  for (const card of cards.values()) {
    const least = card.forms[0] === form ? leastPeople(world.knowledge, card) : undefined;
    if (least === undefined || !holdsToday(context, card.id)) continue;
    if (people < least || asksEnough.test(fold(asked))) return answerCard(context, card.id, world.today);
  }
  return undefined;
}

/** "Thế thêm 1 người nữa là được ạ" behind how many it takes. */
function withMore(context: Context, message: string): Draft | undefined {
  const { state, world } = context;
  const last = world.knowledge.cards.get(state.topic.card ?? '');
  if (!joining.test(fold(message))) return undefined;
  // How many the question before counted, whosoever they are.
  const before = state.told.members ? state.told : peopleTold(state.asked?.at(-1) ?? '');
  const people = before && peopleTold(message, before);
  if (!last || !people || leastPeople(world.knowledge, last) === undefined) return undefined;
  const draft = answerCard(
    { ...context, state: { ...state, told: { ...state.told, ...before } } },
    last.id,
    world.today,
  );
  const told = state.told.members ? { ...state.told, ...people } : state.told;
  return { ...draft, state: { ...draft.state, told } };
}
const joining =
  /\b(?:them|ru duoc|keu duoc|moi duoc)(?: (?:duoc|co|khoang|tam))* (?:\d+|mot|hai|ba|bon|nam|sau|bay|tam)\b/;

/** Not a card of the law before. */
const holdsToday = ({ world: { knowledge, today } }: Context, id: string): boolean =>
  !answerWith(knowledge, id, today)?.insteadOf;

const found = `(?:${foundWords})`;
const no = `(?:${orNot}|a|ha)`;
const asksToFound = new RegExp(
  `\\b${found}(?: (?!co |gi |nhu |the )[a-z]+){0,4} (?:duoc|dc|dk|du)(?: (?:roi|so|nguoi|dieu kien))* ${no}\\b|\\b(?:du|duoc|dc)(?: (?:so|nguoi|de|roi))* ${found}(?: [a-z]+){0,4} ${no}\\b`,
);
const asksEnough = /\bdu(?! 18| tuoi| giay| ho so| von| tien)\b/;
