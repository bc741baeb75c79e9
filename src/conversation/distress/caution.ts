// "Bò nhà tôi lở mồm long móng, gọi ai", "nhờ em đứng tên vay, có nên ký không": what to heed first stands before what is answered, or in place of what was only guessed.
import type { Knowledge } from '../../knowledge/knowledge.ts';
import { onceFor } from '../../knowledge/once.ts';
import type { Caution } from '../../knowledge/schema/words.ts';
import { say } from '../../knowledge/wording.ts';
import { isHappening } from '../../language/happening.ts';
import { type Context, changing, type Draft, line, saying } from '../context.ts';
import type { Reply } from '../message.ts';
import { answerCard } from '../question/answer-card.ts';
import { type ByRarestWord, byRarestWord } from './by-rarest-word.ts';
import { type Read, reading, type Sign, signOf, wordingsIn } from './sign.ts';

/** By its listed signs, the first listed counts; who asks for the money is answered that. */
export function cautionFor(knowledge: Knowledge, message: string): Caution | undefined {
  const { read, text } = reading(message, knowledge);
  const happening = isHappening(message);
  const listed = signed(knowledge)[read];
  return listed(text)
    .filter(({ caution, sign }) => (happening || !caution.now) && wordingsIn(sign, text).length > 0)
    .sort((a, b) => a.rank - b.rank)[0]?.caution;
}

type Listed = { sign: Sign; caution: Caution; rank: number };

const signed = onceFor((knowledge: Knowledge): Record<Read, ByRarestWord<Listed>> => {
  const all = (how: Read): Listed[] =>
    knowledge.words.cautions.flatMap((caution, rank) =>
      caution.signs.map((written) => ({ sign: signOf(written, knowledge, how), caution, rank })),
    );
  return { spelt: byRarestWord(knowledge, all('spelt')), plain: byRarestWord(knowledge, all('plain')) };
});

export function withCaution(context: Context, draft: Draft, message: string): Draft {
  const { knowledge, today } = context.world;
  if (draft.outcome === 'urgent' || draft.state.flow) return draft;
  const caution = cautionFor(knowledge, message);
  if (!caution) return draft;
  const shown = isAside(knowledge, draft, caution) ? answerCard(context, caution.card, today) : draft;
  const text = say(knowledge.wording, caution.say);
  const beside = caution.beside && say(knowledge.wording, caution.beside);
  return beside && shown.cards?.includes(caution.card)
    ? changing(shown, (replies) => replies.map((r) => ({ ...r, blocks: behindFirst(r.blocks, beside) })))
    : saying(line(text), shown);
}

/** Titles to choose from, or a matter of which nothing is known: and none of it has to do with what is warned of. */
function isAside({ cards }: Knowledge, { outcome, cards: shown = [] }: Draft, { card }: Caution): boolean {
  if (outcome !== 'choose' && outcome !== 'no_answer') return false;
  const near = [card, ...(cards.get(card)?.related ?? [])];
  return shown.length > 0 && !shown.some((id) => near.includes(id));
}

/** Behind the sentence of the card that tells the rest. */
function behindFirst(blocks: Reply['blocks'], text: string): Reply['blocks'] {
  const at = blocks.findIndex((b) => b.kind === 'strong') + 1;
  return [...blocks.slice(0, at), { kind: 'strong', text }, ...blocks.slice(at)];
}
