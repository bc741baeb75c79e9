// The choices that stand under replies of many kinds: a card by its title, a person to see, an answer later.
import type { Knowledge } from '../../knowledge/knowledge.ts';
import type { Card } from '../../knowledge/schema/card.ts';
import { say } from '../../knowledge/wording.ts';
import type { Choice } from '../message.ts';

export const cardChoice = (card: Card): Choice => ({ id: `card:${card.id}`, label: card.title });

export const staffChoice = ({ wording }: Knowledge): Choice => ({
  id: 'do:staff',
  label: say(wording, 'label_staff'),
});

export const registerChoice = ({ wording }: Knowledge): Choice => ({
  id: 'do:register',
  label: say(wording, 'label_register'),
});

/** The answer just spoken of, all of it. */
export const wholeChoice = ({ wording }: Knowledge, card: Card): Choice => ({
  ...cardChoice(card),
  label: say(wording, 'label_whole'),
});

/** Where nothing is known: to be answered later, or a person now. */
export const laterChoices = (knowledge: Knowledge): Choice[] => [
  { id: 'do:later', label: say(knowledge.wording, 'label_later') },
  staffChoice(knowledge),
];
