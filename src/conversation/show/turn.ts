// What one turn looks like to a program: the JSON line that `ask --jsonl` writes and the desk's "thử một câu hỏi" shows.
import { answerWith } from '../../knowledge/answer.ts';
import type { Knowledge } from '../../knowledge/knowledge.ts';
import type { Validity } from '../../knowledge/validity.ts';
import { plainText } from '../message.ts';
import type { Turn } from '../world.ts';

export type ShownCitation = { document: string; dieu?: string; khoan?: string; diem?: string; quote: string };
export type ShownAnswer = { card: string; title: string; validity: Validity; citations: ShownCitation[] };
export type Shown = {
  outcome: Turn['outcome'];
  text: string;
  answers: ShownAnswer[];
  choices: { id: string; label: string }[];
};

/** `today` as the talk knew it; an answer for another day has left that day in the topic. */
export function showTurn(knowledge: Knowledge, turn: Turn, today: string): Shown {
  const choosing = turn.outcome === 'choose';
  return {
    outcome: turn.outcome,
    text: turn.replies.map(plainText).join('\n\n').normalize('NFC'),
    answers: choosing
      ? []
      : turn.kept.cards.flatMap((id) => showAnswer(knowledge, id, turn.state.topic.asOf ?? today)),
    choices: [...(turn.replies.at(-1)?.choices ?? [])],
  };
}

function showAnswer(knowledge: Knowledge, cardId: string, day: string): ShownAnswer[] {
  const answer = answerWith(knowledge, cardId, day);
  if (!answer || answer.card.known === false) return [];
  const citations = answer.citations.map(({ provision, document }) => ({
    document: document.short,
    ...(provision.dieu ? { dieu: provision.dieu } : {}),
    ...(provision.khoan ? { khoan: provision.khoan } : {}),
    ...(provision.diem ? { diem: provision.diem } : {}),
    quote: provision.words,
  }));
  return [{ card: answer.card.id, title: answer.card.title, validity: answer.validity, citations }];
}
