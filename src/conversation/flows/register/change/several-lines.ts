// Several things said in one message: consent beside a line that is changed, or, where all is shown, two lines by their names.
import { say } from '../../../../knowledge/wording.ts';
import { isAsking } from '../../../../language/asking.ts';
import { fold, plainWords, syllables } from '../../../../language/fold.ts';
import { asTyped, type Context, type Draft, line, saying, type Typed } from '../../../context.ts';
import type { RegisterFlow } from '../../../state.ts';
import { hidesOther } from '../../../understand/hides-name.ts';
import type { World } from '../../../world.ts';
import { agreesPlainly, consentWord, holdsBack } from '../answer/consent.ts';
import { takeAnswer } from '../answer/take-answer.ts';
import { keepingPlace, takeStep } from '../answer/take-step.ts';
import { takenParts } from '../ask/taken.ts';
import { ask } from '../go-on.ts';
import { addedTo } from '../read/added.ts';
import { asksBack } from '../read/asks-back.ts';
import { kindOf } from '../read/kinds.ts';
import { lineNamed, type NamedLine, saysSend } from '../read/typed.ts';
import { wishIn } from '../read/wishes.ts';
import { personal, stepsOf } from '../steps.ts';
import { tellsWhoAnswers } from './free-line.ts';
import { noteAdded, noteOf } from './note.ts';
import { withNoteTold } from './note-told.ts';
import { lineChanged } from './other-line.ts';

export function severalLines(context: Typed, flow: RegisterFlow): Draft | undefined {
  const clauses = context.heard.text
    .split(between)
    .map((clause) => clause.trim())
    .filter((clause) => clause !== '');
  if (clauses.length < 2) return undefined;
  if (flow.step === 'consent') return agreesBeside(context, flow, clauses);
  return flow.step === 'summary' || flow.step === 'edit-which'
    ? namesLines(context, flow, clauses)
    : undefined;
}
const between =
  /[,.;?!]+(?:\s+(?:mà|ma|nhưng|nhung|và|va)(?=\s))?(?:\s+|$)|\s+(?:mà|ma)\s+(?=(?:đồng|dong)\s)|(?<=(?:đồng ý|dong y))\s+(?:nhưng|nhung)(?:\s+(?:mà|ma))?\s+/iu;

/** "Đổi sang tổ hợp tác đi, mà đồng ý": the line is changed, and consent is given by its own word. */
function agreesBeside(context: Typed, flow: RegisterFlow, clauses: readonly string[]): Draft | undefined {
  const { heard } = context;
  const word = clauses.find(agreesPlainly);
  const rest = clauses.filter((clause) => clause !== word).join(', ');
  if (word === undefined) return undefined;
  const noted = withNoteTold({ ...context, heard: { ...heard, text: behind(heard.text, word) } }, flow);
  if (noted && !holdsBack.test(fold(noted.before))) {
    const taken = takeStep({ ...context, heard: { ...heard, text: word } }, noted.flow);
    if (taken) return saying(noted.said, taken);
  }
  if (hidesOther(rest) && !isAsking(rest))
    return agreesWithRemark({ ...context, heard: { ...heard, text: word } }, flow, clauses, rest);
  if (heard.text.includes('?') || isAsking(rest) || holdsBack.test(fold(rest))) return undefined;
  const agreed = { ...context, heard: { ...heard, text: word } };
  const changed = lineChanged({ ...context, heard: { ...heard, text: rest } }, flow);
  if (!changed && consentWord(heard.text) === undefined) return agreesWithRemark(agreed, flow, clauses, rest);
  const taken = changed && takeStep(agreed, changed.flow);
  return taken && saying(changed.said, taken);
}

const behind = (text: string, word: string): string =>
  text
    .replace(word, '')
    .replace(/^[\s,.;!]+/u, '')
    .trim();

/** "Đồng ý, nhưng đừng nhắn tin", "… đừng ghi tên giám đốc": how to be reached and whom not to name go with the form. "Lại 115. Đồng ý": a few words before it that take nothing back change nothing. */
function agreesWithRemark(
  context: Context,
  flow: RegisterFlow,
  clauses: readonly string[],
  rest: string,
): Draft | undefined {
  if (howToReach.test(plainWords(rest)) || hidesOther(rest)) {
    const note = noteOf(rest);
    const noted = { ...flow, draft: { ...flow.draft, note: noteAdded(flow.draft.note, note) } };
    const taken = takeStep(context, noted);
    return taken && saying(line(say(context.world.knowledge.wording, 'note_sent', { note })), taken);
  }
  const last = context.heard.kind === 'text' && clauses.at(-1) === context.heard.text;
  const few = syllables(rest).length <= mostBefore && wishIn(rest) === undefined && !negates.test(fold(rest));
  return last && few ? takeStep(context, flow) : undefined;
}
const howToReach =
  /^(?:nhung |ma )?(?:dung|khong|ko|k|chi|cu|nho)(?: (?:co|duoc|dc|can|nen|xin))? (?:goi|nhan|alo|dien|nt|zalo|den nha)(?: (?!neu\b)\S+){0,8}$/;
const negates = /\b(?:khong|ko|k|kg|chua|dung|chang|cha|neu|mien)\b/;
const mostBefore = 4;

/** "Với nuôi lợn rừng lai nhé", beside a line that is named. */
function tradeAmong(
  clauses: readonly string[],
  { draft }: RegisterFlow,
  { world }: Context,
): (NamedLine & { i: number }) | undefined {
  const i = clauses.findIndex((clause) => lineNamed(clause) === undefined && beginsTrade(clause, world));
  const clause = clauses[i];
  if (clause === undefined) return undefined;
  return { step: 'product', value: addedTo(clause, draft).productText ?? clause, i };
}
const beginsTrade = (clause: string, world: World): boolean =>
  kindOf(clause.replace(/^(?:với|voi|và|va)\s+/iu, ''), world) === 'trade';

/** "Nơi ở là …, số người sửa 7": both are changed; what asks between them waits. */
function namesLines(context: Context, flow: RegisterFlow, clauses: readonly string[]): Draft | undefined {
  const { world } = context;
  const named = clauses.flatMap((clause, i) => {
    const line = lineNamed(clause);
    return line?.value === undefined || !stepsOf(flow.kind).includes(line.step) ? [] : [{ ...line, i }];
  });
  const trade =
    flow.kind === 'group' && !named.some(({ step }) => step === 'product')
      ? tradeAmong(clauses, flow, context)
      : undefined;
  if (trade !== undefined) named.push(trade);
  named.sort((a, b) => a.i - b.i);
  const remarks = clauses.filter(tellsWhoAnswers);
  if (named.length + remarks.length < 2 || named.length === 0) return undefined;
  let draft = flow.draft;
  const shown: string[] = [];
  for (const [at, { step, value = '', i }] of named.entries()) {
    const behind = clauses
      .slice(i + 1, named[at + 1]?.i)
      .filter((c) => !asksBack(c) && !saysSend(c) && !remarks.includes(c));
    const fields = [[value, ...behind].join(', '), value]
      .map((text) => keepingPlace(takeAnswer(step, asTyped(text), world), draft, world))
      .find((taken) => taken.kind === 'set')?.fields;
    if (!fields) return undefined;
    draft = { ...draft, ...fields };
    shown.push(...takenParts(fields, world));
  }
  for (const remark of remarks) {
    draft = { ...draft, note: noteAdded(draft.note, noteOf(remark)) };
    shown.push(noteOf(remark));
  }
  const asks = clauses.some((clause) => asksBack(clause));
  const said = [
    line(say(world.knowledge.wording, 'line_changed', { lines: shown.join(', ') })),
    ...(asks ? [line(say(world.knowledge.wording, 'question_later'))] : []),
  ];
  const next: RegisterFlow = { ...flow, step: 'summary', editing: false, draft };
  const mask = named.map(({ step }) => personal[step]).filter((m) => m !== undefined);
  return ask(context, next, said, mask.length > 0 ? mask.join(' ') : undefined);
}
