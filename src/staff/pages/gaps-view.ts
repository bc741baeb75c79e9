// One group of questions as the desk shows it: each with its talk, what to do with it while it is open, who settled it and how afterwards.
import { html } from 'hono/html';
import type { ListedGap } from '../../conversation/store/gaps-listed.ts';
import type { Session } from '../store/sessions.ts';
import { channelWords, outcomeWords } from '../words.ts';
import { answerBoxes, mostAnswers } from './answers.ts';
import { form, type Html, nameOf, sayTime } from './layout.ts';
import { putBackButton } from './put-back.ts';
import { turnPlace } from './talk-view.ts';

export const listAt = '/can-bo/cau-hoi';
export const views = {
  open: 'Đang tồn',
  answered: 'Đã trả lời',
  done: 'Đã xong',
  ignored: 'Đã bỏ qua',
} as const;
export type View = keyof typeof views;
/** At a glance; the others of a group are folded below. */
const shownAtOnce = 8;

type Showing = {
  view: View;
  names: ReadonlyMap<string, string>;
  /** The title of the card that came nearest. */
  nearest: string | undefined;
};

export function gapGroup(session: Session, gaps: readonly ListedGap[], showing: Showing): Html {
  const { view, nearest } = showing;
  const works = session.account.role !== 'viewer';
  const open = view === 'open' && works;
  const ids = gaps.map((g) => g.id);
  const several = gaps.length > 1;
  const question = gaps[0]?.question ?? '';
  const here = `${listAt}?xem=${view}`;
  const settle = (status: string, one: string): Html => {
    const label = several ? `${one} cả nhóm` : one;
    return form(
      session,
      `${listAt}/gom`,
      html`<input type="hidden" name="ids" value="${ids.join(',')}"><input type="hidden" name="status" value="${status}"><button class="small"${nameOf(label, question)}>${label}</button>`,
    );
  };
  const putBackOne = (g: ListedGap): Html =>
    putBackButton(session, [g.id], here, { label: 'Đưa lại câu này', about: g.question });
  const line = (g: ListedGap): Html =>
    html`<li>${several ? html`<q>${g.question}</q>` : ''} <span class="meta">${sayTime(g.at)} · ${channelWords[g.channel] ?? g.channel}${view === 'open' ? ` · ${outcomeWords[g.reason] ?? g.reason}` : ''}</span>
${g.wants_reply === 1 && g.status === 'open' ? html`<b class="wants">chờ trả lời</b>` : ''}
${view === 'open' ? '' : settledLine(g, showing, works)}${works ? talkLink(g) : ''}
${open ? answerForm(session, g) : ''}${!open && works && several ? putBackOne(g) : ''}</li>`;
  const more = gaps.slice(shownAtOnce);
  return html`<article class="gap"><header><h2>${question}</h2>
<p class="meta">${gaps.length} lượt hỏi${nearest ? html` · gần thẻ “${nearest}”` : ''}</p></header>
<ul>${gaps.slice(0, shownAtOnce).map(line)}</ul>
${more.length > 0 ? html`<details><summary>${more.length} câu nữa của nhóm</summary><ul>${more.map(line)}</ul></details>` : ''}
${open ? html`${answerAllForm(session, gaps)}<div class="row">${settle('done', 'Đã xong')}${settle('ignored', 'Bỏ qua')}</div>` : ''}${
  !open && works ? putBackButton(session, ids, here, { about: question }) : ''
}</article>`;
}

/** The answer is not masked: not for viewers. */
function settledLine(g: ListedGap, { view, names }: Showing, works: boolean): Html {
  const who = g.status_by ? (names.get(g.status_by) ?? 'cán bộ') : '';
  return html`<p class="meta">${views[view]}: ${[who, sayTime(g.status_at)].filter(Boolean).join(', ')}</p>${
    g.answer && view === 'answered' && works ? html`<p class="reply staff">${g.answer}</p>` : ''
  }`;
}

const talkLink = (g: ListedGap): Html =>
  html`<a href="/can-bo/tro-chuyen/${g.conversation_id}#${turnPlace(g.turn_id)}"${nameOf('Xem cuộc trò chuyện', g.question)}>Xem cuộc trò chuyện</a>`;

const answerBox = html`<label>Câu trả lời (gửi một lần)<textarea name="text" rows="3" maxlength="1500" required></textarea></label><button>Gửi</button>`;

const answerForm = (session: Session, g: ListedGap): Html =>
  html`<details><summary${nameOf('Trả lời người này', g.question)}>Trả lời người này</summary>${form(
    session,
    `${listAt}/${g.id}/tra-loi`,
    html`<input type="hidden" name="conversation" value="${g.conversation_id}">${answerBox}`,
  )}</details>`;

/** Alike is not the same: each who waits is named, and can be left out. */
function answerAllForm(session: Session, gaps: readonly ListedGap[]): Html | '' {
  const waiting = gaps.filter((g) => g.wants_reply === 1);
  if (new Set(waiting.map((g) => g.conversation_id)).size < 2) return '';
  const boxes = waiting.slice(0, mostAnswers).map(({ wants_reply: _, ...g }) => ({ ...g, awaited: false }));
  const label = `Một câu trả lời cho ${boxes.length} câu đang chờ`;
  return html`<details><summary${nameOf(label, gaps[0]?.question)}>${label}</summary>${form(
    session,
    `${listAt}/tra-loi`,
    html`${answerBoxes(
      boxes,
      boxes.map((b) => b.id),
      'Gửi cho người hỏi câu nào? Bỏ dấu câu nào lời này không trả lời.',
    )}${answerBox}`,
  )}</details>`;
}
