// "Sào là sào ruộng, không phải hạng sao": what is spoken of is the field that was told, by the answer with its rates.
import { fold } from '../../language/fold.ts';
import type { Context, Draft } from '../context.ts';
import { asksOther } from '../understand/own-figures.ts';
import { answerCard } from './answer-card.ts';

export function fieldNamed(context: Context, message: string): Draft | undefined {
  const { state, world } = context;
  const { loss } = state;
  const told = loss && (loss.ha ?? loss.localUnits) !== undefined;
  if (!told || !ofField.test(fold(message)) || asksOther(message.replace(denies, ''))) return undefined;
  return answerCard(context, loss.card, state.lossOn ?? world.today);
}
const ofField = /\bsao (?:ruong|dat|nuong|bac bo|trung bo)\b/;
/** "Có phải hạng sao đâu" asks nothing. */
const denies = /\s(?:đâu|dau)\P{L}*$/iu;
