// A danger to people told with a loss, or behind an answer about one: what took things alone is answered, people are thought of once, and no more once it is over.
import { fold } from '../../language/fold.ts';
import { asksForSupport, isOver } from '../../language/happening.ts';
import { type Context, type Draft, line, saying } from '../context.ts';
import { besidesThings } from './only-things.ts';
import { tellsOfPeople, tellsOfRising } from './people-told.ts';
import { signed } from './signs.ts';
import { callsForHelp, saysSafe } from './still-urgent.ts';
import { urgentIn } from './urgent.ts';

/** The talk without the danger that is over; with the one that took things alone beside what is asked. */
export function besideLoss(context: Context): Context {
  const { state, heard, world } = context;
  if (heard.kind !== 'text' || state.flow) return context;
  const { knowledge } = world;
  const found = urgentIn(knowledge, heard.text, { running: state.distress });
  const cue = found ?? knowledge.cues.get(state.distress ?? state.pastDistress ?? '');
  if (!cue?.takes_things || !cue.again) return context;
  const beside =
    found !== undefined && (tellsThings(context, heard.text) || isToldOfLoss(context, heard.text));
  if (found && !beside) return context;
  const over = saysOver(heard.text);
  if (!beside && !over) return context;
  const calm = {
    ...state,
    distress: undefined,
    pastDistress: undefined,
    calmed: over ? cue.id : state.calmed,
  };
  return beside ? { ...context, state: calm, beside: cue } : { ...context, state: calm };
}

/** "Nhà tôi bị lũ cuốn mất 200 con gà": nothing of danger is left without what was taken. */
function tellsThings({ world: { knowledge } }: Context, text: string): boolean {
  const rest = besidesThings(knowledge, text);
  return rest !== undefined && urgentIn(knowledge, rest) === undefined;
}

/** Behind an answer about a loss: how it came about is told, and no person, no house and no call for help. */
function isToldOfLoss({ state, world }: Context, text: string): boolean {
  const { cards, topics, words } = world.knowledge;
  const topic = cards.get(state.topic.card ?? '')?.topic;
  const recent = state.lastAt && world.now.getTime() - Date.parse(state.lastAt) < aTalk;
  if (!recent || topics.get(topic ?? '')?.loss !== true) return false;
  if (signed(world.knowledge, text, true) || callsForHelp(text) || tellsOfPeople(text)) return false;
  const folded = fold(text);
  // Bare letters leave open whether water rises ("đang lên") or rose ("dâng lên").
  if (tellsOfRising(text) && (text !== folded || !cause.test(folded))) return false;
  const ofLoss = asksForSupport(text) || reports.test(folded) || cause.test(folded);
  const animal =
    text
      .normalize('NFC')
      .toLowerCase()
      .match(/[\p{L}\p{M}]+/gu) ?? [];
  return !nearPeople.test(folded) && (ofLoss || animal.some((w) => words.animals.includes(w)));
}
const aTalk = 2 * 3_600_000;
const reports = /\b(?:bao|khai|trinh bao|gui don|nop don) (?:cho )?(?:ai|o dau|dau|cho nao|phuong|xa|thon)\b/;
/** "Không phải do người, là do mưa lũ", "mưa to là thiên tai chứ". */
const cause =
  /\b(?:khong|ko|k|chang|cha|dau) phai(?: la)? (?:do|tai|vi)\b|\b(?:do|tai|vi|la) (?:mua|lu|bao|thien tai|nuoc)\b/;
const nearPeople =
  /\b(?:vao|den|toi|ngang|tan|sau|tren|canh|gan|sat) (?:\S+ )?(?:nha|cua|san|giuong|mai|noc|bep|gac|nguoi|bung|nguc|co|goi)\b|\bcuu\b|\blam (?:sao|gi|the nao)\b|\bchay\b|\bso (?:qua|lam)\b|\bnhanh (?:qua|lam)\b|\bgoi (?:ai|so)\b/;

const saysOver = (text: string): boolean => {
  const folded = fold(text);
  return (
    isOver(text) || (!tellsOfPeople(text) && !goesOn.test(folded) && (saysSafe(text) || passed.test(folded)))
  );
};
const passed =
  /\b(?:hom (?:kia|no|truoc|bua)|(?:may|hai|ba|bon|nam|\d) (?:hom|ngay) (?:nay|truoc|roi)|(?:tuan|thang|vu) truoc)\b|\bngoi (?:o )?(?:trong )?nha (?:ma|roi|day|binh thuong|noi chuyen)\b|\b(?:dang|van) ngoi (?:o )?nha\b/;
const goesOn = /\b(?:chua|van|lai|dang|sap) (?:\w+ )?(?:rut|tanh|ngot|len|dang|ngap|lo|sat|cuon|mua)\b/;

/** Said once in a talk, and not of what is over. */
export function remindedBeside(context: Context, draft: Draft): Draft {
  const { state, beside } = context;
  if (!beside?.again || draft.state.flow || state.calmed === beside.id) return draft;
  return saying(line(beside.again), { ...draft, state: { ...draft.state, calmed: beside.id } });
}
