// The audit log, newest first, for admins: in words, by who and by what, each line leading to what it was done to.
import { html } from 'hono/html';
import { z } from 'zod';
import { type ActionKind, actionKinds, actionsOfKind, actionWords, detailWords } from '../audit-words.ts';
import type { Pages } from '../deps.ts';
import { only } from '../guard.ts';
import { Id } from '../input.ts';
import { listAccounts } from '../store/accounts.ts';
import { countAudit, listAudit, notStaff, type Subject, subjectsOf } from '../store/audit-log.ts';
import { channelWords } from '../words.ts';
import { type Html, type Part, page, sayTime, select, table } from './layout.ts';
import { paged, paging } from './paging.ts';

const perPage = 50;
const home = '/can-bo/nhat-ky';
const others = { person: 'Người dân', system: 'Máy' } as const;
const blank = z.literal('').transform(() => undefined);
const Query = z.object({
  ai: z.union([blank, z.enum(['staff', ...notStaff]), Id]).optional(),
  loai: z.union([blank, z.enum(Object.keys(actionKinds) as ActionKind[])]).optional(),
  page: z.coerce.number().int().min(1).max(100_000).default(1),
});
type Query = z.infer<typeof Query>;

export const auditPages: Pages = (app, deps) => {
  app.get('/nhat-ky', only('admin'), async (c) => {
    const asked = Query.safeParse(c.req.query());
    const query = asked.success ? asked.data : Query.parse({});
    const filter = { actor: query.ai, actions: query.loai && actionsOfKind(query.loai) };
    const [total, accounts] = await Promise.all([countAudit(deps.db, filter), listAccounts(deps.db)]);
    const at = paged(query.page, total, perPage);
    const shown = await listAudit(deps.db, filter, at);
    const subjects = await subjectsOf(deps.db, shown);
    const names = new Map(accounts.map((a) => [a.id, a.name]));
    const who = (actor: string): string =>
      names.get(actor) ?? others[actor as keyof typeof others] ?? 'tài khoản không rõ';
    const isFiltered = query.ai !== undefined || query.loai !== undefined;
    const pages = paging(at, 'việc', (n) => addressOf(query, n));
    return c.html(
      page(
        c.get('session'),
        {
          title: 'Nhật ký',
          at: home,
          warn: asked.success
            ? undefined
            : 'Điều kiện lọc trong đường dẫn không có thật nên bỏ qua, đang hiện tất cả.',
        },
        filters(
          query,
          accounts.map((a) => [a.id, a.name] as const),
        ),
        html`<div class="bar">${pages}</div>`,
        shown.length === 0
          ? html`<p class="empty">${isFiltered ? html`Không có việc nào như vậy. <a href="${home}">Xem tất cả</a>` : 'Chưa có gì.'}</p>`
          : table(
              'Việc đã làm',
              ['Lúc', 'Ai', 'Việc', 'Với', 'Chi tiết'],
              shown.map((r) => [
                html`<span class="whole">${sayTime(r.at)}</span>`,
                who(r.actor),
                actionWords(r.action),
                names.get(r.subject) ?? subjectLink(subjects.get(r.subject), r.subject),
                detailWords(r.action, r.detail, names),
              ]),
              '',
            ),
        at.pages > 1 ? pages : '',
      ),
      asked.success ? 200 : 400,
    );
  });
};

/** Words such as "all" name nothing that could be opened. */
function subjectLink(subject: Subject | undefined, id: string): Part {
  if (subject?.kind === 'lead') return html`<a href="/can-bo/phieu/${id}">${subject.code}</a>`;
  if (subject?.kind === 'talk')
    return html`<a href="/can-bo/tro-chuyen/${subject.conversationId}">trò chuyện ${channelWords[subject.channel] ?? subject.channel}</a>`;
  return '';
}

function filters(query: Query, accounts: readonly (readonly [string, string])[]): Html {
  const who: (readonly [string, string])[] = [
    ['', 'Tất cả'],
    ['staff', 'Chỉ cán bộ (ẩn người dân, máy)'],
    ...accounts,
    ...Object.entries(others),
  ];
  const what: [string, string][] = [['', 'Mọi việc'], ...Object.entries(actionKinds)];
  return html`<form class="filters" method="get" action="${home}">${select('ai', 'Ai làm', who, query.ai)}${select('loai', 'Việc gì', what, query.loai)}<button>Lọc</button></form>`;
}

const addressOf = ({ ai, loai }: Query, n: number): string =>
  `${home}?${new URLSearchParams({ ...(ai && { ai }), ...(loai && { loai }), page: String(n) })}`;
