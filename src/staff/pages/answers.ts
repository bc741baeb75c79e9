// Which open questions of a talk a message of staff answers: boxes beside the message, ticked for what it most likely answers.
import { html, raw } from 'hono/html';
import { z } from 'zod';
import type { TalkGap } from '../../conversation/store/gaps-settled.ts';
import { Id } from '../input.ts';
import type { Html } from './layout.ts';

export const mostAnswers = 10;
/** The brackets make it a list however many boxes are ticked. */
export const answersField = 'answers[]';
/** Only what the writer saw is settled: a question that came meanwhile has no box yet. */
export const Answers = z.array(Id).max(mostAnswers).catch([]);

/** In a talk one answers what is awaited or, where nothing is, what was asked last, unless staff have written since. */
export function likelyAnswered(gaps: readonly TalkGap[], staffWroteAt = ''): string[] {
  const awaited = gaps.filter((g) => g.awaited);
  const latest = gaps.slice(0, 1).filter((g) => g.at > staffWroteAt);
  return (awaited.length > 0 ? awaited : latest).map((g) => g.id);
}

const inTalk = 'Lời nhắn này trả lời câu nào đang tồn? Câu có dấu được tính là trả lời xong.';

export function answerBoxes(gaps: readonly TalkGap[], ticked: readonly string[], legend = inTalk): Html | '' {
  if (gaps.length === 0) return '';
  return html`<fieldset class="boxes"><legend>${legend}</legend>${gaps.map(
    (g) =>
      html`<label><input type="checkbox" name="${answersField}" value="${g.id}"${ticked.includes(g.id) ? raw(' checked') : ''}> <span>“${g.question}”${g.awaited ? html` <b class="wants">chờ trả lời</b>` : ''}</span></label>`,
  )}</fieldset>`;
}
