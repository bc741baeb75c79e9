// What no way before it took: a command worded freely, or a question, with what is remembered from it.

import { say } from '../knowledge/wording.ts';
import {
  asksForPerson,
  asksForPersonAtLast,
  asksShorter,
  asksToBeTold,
  isAsking,
  isCourtesy,
} from '../language/asking.ts';
import { fold, syllables } from '../language/fold.ts';
import { findPhone, maskNumbers } from '../language/phones.ts';
import { type Context, type Draft, line, saying } from './context.ts';
import { goesOnAsking, urgentAgain } from './distress/index.ts';
import { stillUrgent } from './distress/still-urgent.ts';
import { nothingToEdit, runCommand } from './flows/commands.ts';
import { joinsOnly } from './flows/joins-only.ts';
import { saysStopAgain } from './flows/register/read/says-stop.ts';
import { articleAsked } from './question/article-asked.ts';
import { askQuestion } from './question/index.ts';
import { namingOutside } from './question/outside.ts';
import { withNote } from './question/telling.ts';
import { ownNumber } from './understand/call-wish.ts';
import { changesNumber, likelyCommand } from './understand/commands.ts';
import { namedIn } from './understand/named.ts';
import { refusesFounding } from './understand/not-forming.ts';
import { openingOf } from './understand/phrasing/opening.ts';
import { ownTells, tellsOf } from './understand/told/index.ts';
import { wishesToForm } from './understand/wish.ts';

/** Everything else that was typed: a command worded freely, or a question; what asks behind an answer may ask after that one ("sửa lại lần nào chưa"). */
export function freely(context: Context): Draft | undefined {
  const { state, heard, world } = context;
  if (heard.kind === 'choice') return heard.text ? askQuestion(context, heard.text) : undefined;
  if (heard.kind !== 'text' || syllables(heard.text).length === 0) return undefined;
  const words = articleAsked(context, heard.text);
  if (words) return words;
  const about = aboutLast(context, heard.text);
  if (about) return runCommand(context, about);
  if (!state.flow && saysStopAgain(heard.text)) return runCommand(context, 'stop');
  if (!state.flow && asksErased.test(fold(heard.text))) return runCommand(context, 'my-data');
  if (!state.flow && changesNumber(heard.text)) return nothingToEdit(context);
  const wishes = wishesToForm(heard.text, world.knowledge);
  const asksOn =
    asksAfter(heard.text) &&
    (state.topic.card !== undefined || namedIn(world.knowledge, heard.text).aspects.includes('where'));
  const meant = wishes
    ? 'register'
    : asksOn
      ? undefined
      : likelyCommand(world.knowledge, openingOf(heard.text).rest);
  const joins = refusesFounding(heard.text);
  if (joins && (meant === 'register' || !isAsking(heard.text))) return joinsOnly(context);
  // "Cảm ơn, thôi để tôi hỏi …" with nothing open gives nothing up.
  const command = meant === 'stop' && !state.flow && isCourtesy(heard.text) ? undefined : meant;
  const draft = command
    ? namingOutside(context, runCommand(remembering(context, heard.text, wishes), command), heard.text)
    : goesOn(context, heard.text);
  const left = findPhone(heard.text) && !draft.state.flow && ownNumber(maskNumbers(heard.text));
  const answered = left ? withNote(draft, say(world.knowledge.wording, 'number_not_noted')) : draft;
  if (!heard.cut) return answered;
  const note = line(say(world.knowledge.wording, 'too_long'));
  return saying(note, answered);
}

/** "Đã xóa chưa": what is still kept, if anything. */
const asksErased =
  /^\W*(?:(?:da|the|vay|ban|bot|ad|em)\W+)*xoa (?:het |xong |di |roi )*(?:chua|xong chua|roi a|roi ha|that chua)\W*$/;

/** A person; or behind an answer it in a sentence, or to be told once what it could not say is known. */
function aboutLast({ state }: Context, text: string): 'explain' | 'later' | 'staff' | undefined {
  if (!state.flow && asksForPersonAtLast(text)) return 'staff';
  if (state.flow || syllables(text).length > shortest) return undefined;
  if (asksForPerson(text)) return 'staff';
  if (state.topic.card && asksShorter(text)) return 'explain';
  return state.unsure?.gapId && asksToBeTold(text) ? 'later' : undefined;
}
const shortest = 14;

/** "Đăng ký ở đâu", "bước đầu là gì" behind an answer ask about it; "gặp cán bộ được không" asks for a deed. */
const asksAfter = (text: string): boolean => isAsking(text) && !/\b(?:duoc|dc)\b/.test(fold(text));

/** With the distress that was answered last, or with a question of its own. */
function goesOn(context: Context, text: string): Draft {
  const { state, world } = context;
  const urgent = stillUrgent(world.knowledge, text, state.distress);
  return urgent && !goesOnAsking(context, urgent, text)
    ? urgentAgain(context, urgent)
    : askQuestion(context, text);
}

/** "em muốn lập tổ hợp tác trồng chè" tells the form and the trade besides what it asks to be done. */
function remembering(context: Context, text: string, wishes: boolean): Context {
  const { knowledge } = context.world;
  const before = context.state.told;
  const told = wishes ? ownTells(text, knowledge, before, wishes) : tellsOf(text, knowledge, before);
  return { ...context, state: { ...context.state, told } };
}
