// One labelled message through the whole conversation, and how it came out.
import { talkAlone } from '../src/conversation/talk-alone.ts';
import type { Knowledge } from '../src/knowledge/knowledge.ts';
import { cueId } from '../src/knowledge/search.ts';
import type { Labelled } from './labelled.ts';

export type Result = {
  item: Labelled;
  first: boolean;
  three: boolean;
  outcome: string;
  cards: readonly string[];
  /** For a card question: nothing offered, or a cue instead. */
  refused: boolean;
  /** Answered as sure with a card that is not wanted. */
  wrongAndSure: boolean;
  /** Answered with the likeliest reading, said to be one, and that card is not wanted. */
  wrongGuess: boolean;
  /** One question answered with a second, unwanted card. */
  oneTooMany: boolean;
  right: boolean;
};

const answers = (outcome: string): boolean =>
  outcome === 'answered' || outcome === 'out_of_date' || outcome === 'no_answer';

/** Whether a card answers a question for another: that card itself, or today's card that also says what the law before it said, from the same clauses. */
function answersFor(knowledge: Knowledge, id: string, want: string): boolean {
  if (id === want) return true;
  const card = knowledge.cards.get(id);
  const earlier = knowledge.cards.get(want);
  if (!card || !earlier || card.earlier !== want) return false;
  return earlier.cites.every((c) => card.cites.includes(c) || card.background.includes(c));
}

export function judge(knowledge: Knowledge, item: Labelled, day: string): Result {
  const talk = talkAlone(knowledge, day);
  const turns = item.dialog ?? [item.q ?? ''];
  for (const turn of turns.slice(0, -1)) talk.say({ kind: 'text', text: turn });
  const turn = talk.say({ kind: 'text', text: turns.at(-1) ?? '' });
  const cards = turn.kept.cards;
  const shown = turn.outcome !== 'choose' && answers(turn.outcome) && cards.length > 0;
  const guessed = shown && turn.state.unsure?.answered === true;
  const sure = shown && !guessed;
  const result = { item, outcome: turn.outcome, cards };
  if (item.want.length === 0) {
    const expected = (item.outcome ?? 'off_topic').split('|');
    const right = !shown && (expected.includes(turn.outcome) || expected.includes('off_topic'));
    return {
      ...result,
      first: !shown,
      three: !shown,
      refused: false,
      wrongAndSure: sure,
      wrongGuess: guessed,
      oneTooMany: false,
      right,
    };
  }
  const ranked = item.dialog
    ? []
    : knowledge.search
        .rank(turns.at(-1) ?? '', 3)
        .map((h) => h.id)
        .filter((id) => !id.startsWith(cueId('')));
  const wanted = (id: string | undefined): boolean =>
    id !== undefined && item.want.some((want) => answersFor(knowledge, id, want));
  const two = item.kind === 'two';
  const both = item.want.every((want) => cards.some((id) => answersFor(knowledge, id, want)));
  const best = shown || item.dialog ? cards[0] : ranked[0];
  return {
    ...result,
    first: two ? both : wanted(best),
    three: two
      ? item.want.some((id) => cards.includes(id))
      : [...cards.slice(0, 4), ...(turn.state.unsure?.offered.slice(0, 3) ?? []), ...ranked].some(wanted),
    refused: cards.length === 0,
    wrongAndSure: sure && !cards.some(wanted),
    wrongGuess: guessed && !cards.some(wanted),
    oneTooMany: sure && cards.some(wanted) && !cards.every(wanted),
    right: shown && (two ? both : wanted(cards[0])),
  };
}
