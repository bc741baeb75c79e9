// "Bò nhà tôi lở mồm long móng, gọi ai": what to do first of all stands before what is answered, or in place of titles that were only guessed.
import type { Knowledge } from '../../knowledge/knowledge.ts';
import { onceFor } from '../../knowledge/once.ts';
import { say } from '../../knowledge/wording.ts';
import { isHappening } from '../../language/happening.ts';
import { type Context, type Draft, line, opening } from '../context.ts';
import type { Reply } from '../message.ts';
import { answerCard } from '../question/answer-card.ts';
import { type Read, reading, type Sign, signOf, wordingsIn } from './sign.ts';

/** By the listed signs, in what is told as happening; who asks for the money is answered that. */
export function tellsSickAnimals(knowledge: Knowledge, message: string): boolean {
  if (!isHappening(message)) return false;
  const { read, text } = reading(message, knowledge);
  return signs(knowledge)[read].some((sign) => wordingsIn(sign, text).length > 0);
}

const signs = onceFor((knowledge: Knowledge): Record<Read, readonly Sign[]> => {
  const read = (how: Read): Sign[] =>
    (knowledge.words.sick_animals?.signs ?? []).map((written) => signOf(written, knowledge, how));
  return { spelt: read('spelt'), plain: read('plain') };
});

export function withFirstAid(context: Context, draft: Draft, message: string): Draft {
  const { knowledge, today } = context.world;
  const card = knowledge.words.sick_animals?.card;
  if (!card || draft.outcome === 'urgent' || draft.state.flow || !tellsSickAnimals(knowledge, message))
    return draft;
  const shown = draft.outcome === 'choose' ? answerCard(context, card, today) : draft;
  return shown.cards?.includes(card) === true
    ? { ...shown, replies: shown.replies.map((r) => ({ ...r, blocks: withApart(knowledge, r.blocks) })) }
    : { ...shown, replies: opening(line(say(knowledge.wording, 'sick_animals')), shown.replies) };
}

/** Behind the sentence of the card that tells the rest. */
function withApart({ wording }: Knowledge, blocks: Reply['blocks']): Reply['blocks'] {
  const at = blocks.findIndex((b) => b.kind === 'strong') + 1;
  return [...blocks.slice(0, at), { kind: 'strong', text: say(wording, 'sick_apart') }, ...blocks.slice(at)];
}
