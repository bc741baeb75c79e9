// This year's leads that became a group beside what the plan asks of a year, the years before, and the plan's other dates.
import { html } from 'hono/html';
import type { Knowledge } from '../../knowledge/knowledge.ts';
import type { Target } from '../../knowledge/schema/target.ts';
import { isPast, planName, yearlyTarget } from '../../knowledge/targets.ts';
import { sayDate } from '../../language/dates.ts';
import type { FormedYear } from '../../leads/store/counts.ts';
import { formWords, statusWords } from '../words.ts';
import { folded, type Html, table } from './layout.ts';

type PlanFacts = {
  knowledge: Knowledge;
  /** YYYY-MM-DD in Việt Nam. */
  today: string;
  formed: ReadonlyMap<number, FormedYear>;
  /** The year of the oldest lead. */
  since: number | undefined;
};
const mostYears = 5;
const forms = ['tht', 'htx'] as const;
const number = new Intl.NumberFormat('vi-VN');

export function planSection({ knowledge: k, today, formed, since }: PlanFacts): Html {
  const year = Number(today.slice(0, 4));
  const now = formed.get(year);
  const unsure = now?.unsure.leads ?? 0;
  const plan = planName(k);
  return html`<section aria-labelledby="nam-nay"><h2 id="nam-nay">Năm ${year}${plan ? ` so với ${plan}` : ''}</h2>
<div class="goals">${forms.map((form) => goal(k, form, now?.[form]))}</div>
<p class="hint">Chỉ đếm phiếu của bàn này đã đổi sang “${statusWords.formed}” trong năm, tính đến ${sayDate(today)}. Tổ hay hợp tác xã lập không qua bàn này thì không có trong số; nhiều phiếu của cùng một tổ vẫn tính là nhiều.
${unsure > 0 ? `Còn ${unsure} phiếu đã thành lập mà chưa rõ là tổ hợp tác hay hợp tác xã, không tính vào bên nào.` : ''}</p>
${folded('Các năm trước', pastYears(k, year, formed, since))}
${folded(`Mọi chỉ tiêu${plan ? ` của ${plan}` : ''}`, milestones(k.targets, today))}</section>`;
}

function goal(k: Knowledge, form: (typeof forms)[number], done: FormedYear['tht'] | undefined): Html {
  const leads = done?.leads ?? 0;
  const most = yearlyTarget(k, `new-${form}`);
  const members = yearlyTarget(k, `new-${form}-members`);
  const name = formWords[form] ?? form;
  const people = `Số người ghi trên các phiếu đó (mỗi hộ tính là một): ${number.format(done?.members ?? 0)}${members ? `, chỉ tiêu ${number.format(members)} thành viên` : ''}.`;
  if (!most)
    return html`<div class="goal"><p><b>${leads}</b> ${name.toLowerCase()}</p><p class="hint">${people}</p></div>`;
  const standing = leads >= most ? 'đạt chỉ tiêu' : `còn thiếu ${most - leads}`;
  return html`<div class="goal"><p id="dat-${form}"><b>${leads}</b> / ${most} ${name.toLowerCase()} mới · ${standing}</p>
<progress max="${most}" value="${Math.min(leads, most)}" aria-labelledby="dat-${form}">${leads} trên ${most}</progress><p class="hint">${people}</p></div>`;
}

function pastYears(
  k: Knowledge,
  year: number,
  formed: ReadonlyMap<number, FormedYear>,
  since: number | undefined,
): Html {
  const first = Math.min(since ?? year, ...formed.keys());
  const years = Array.from({ length: Math.max(0, year - first) }, (_, i) => year - 1 - i).slice(0, mostYears);
  const head = (form: (typeof forms)[number]): string => {
    const most = yearlyTarget(k, `new-${form}`);
    return `${formWords[form]}${most ? ` (chỉ tiêu ${most})` : ''}`;
  };
  return table(
    `Phiếu đã thành lập các năm trước`,
    ['Năm', head('tht'), head('htx'), formWords.unsure ?? ''],
    years.map((y) => [
      String(y),
      ...[...forms, 'unsure' as const].map((form) => String(formed.get(y)?.[form].leads ?? 0)),
    ]),
    since === undefined
      ? 'Chưa có phiếu nào nên chưa có năm trước.'
      : `Bàn này có phiếu từ năm ${first}; năm trước đó không có số.`,
  );
}

/** By date, those still ahead first. */
function milestones(targets: readonly Target[], today: string): Html {
  if (targets.length === 0) return html`<p class="empty">Kho chưa ghi chỉ tiêu nào.</p>`;
  const dates = [...new Set(targets.map((t) => t.when))];
  const past = (when: Target['when']): boolean => isPast({ when }, today);
  const ordered = [...dates.filter((w) => !past(w)), ...dates.filter(past)];
  return html`<div class="milestones">${ordered.map(
    (
      when,
    ) => html`<div><h3>${when === 'year' ? 'Mỗi năm' : `Đến năm ${when}`}${past(when) ? html` <span class="status">đã qua</span>` : ''}</h3>
<ul>${targets.filter((t) => t.when === when).map((t) => html`<li>${t.title}: từ <b>${amount(t.at_least)}</b></li>`)}</ul></div>`,
  )}</div>
<p class="hint">Tổng số tổ và hợp tác xã đang hoạt động, số thành viên, tỷ lệ khá tốt chưa có sổ ở bàn này nên không so được.</p>`;
}

const amount = (text: string): string => (Number.isFinite(Number(text)) ? number.format(Number(text)) : text);
