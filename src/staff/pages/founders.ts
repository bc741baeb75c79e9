// Bringing leads of one place and trade together: choosing who joins, a note on all of them, and taking one out again.
import type { Context } from 'hono';
import { html, raw } from 'hono/html';
import { z } from 'zod';
import { StaffText } from '../../conversation/store/say-as-staff.ts';
import { readForm } from '../../http/read-form.ts';
import { sayPhone } from '../../language/phones.ts';
import { sayMembers } from '../../leads/lead.ts';
import { findLead } from '../../leads/store/find.ts';
import { couldJoin, joinLeads, leaveFounders, noteToFounders } from '../../leads/store/founders.ts';
import type { LeadRow } from '../../leads/store/list.ts';
import type { DeskEnv, Pages } from '../deps.ts';
import { only } from '../guard.ts';
import { Id } from '../input.ts';
import { LeadQuery, sameList } from '../lead-query.ts';
import { leadStateWords } from '../words.ts';
import { groupNote, mostAlike } from './founders-view.ts';
import { form, type Html, page } from './layout.ts';
import { noLead } from './lead.ts';

const chosenField = 'ids[]';
const note = z.string().trim().catch('');
const Choice = z.object({ [chosenField]: z.array(Id).max(mostAlike).catch([]), note });
const Note = z.object({ note: StaffText });
const nobody = 'Chưa ghép: bạn chưa chọn phiếu nào.';
const tooLong = 'Chưa ghép: ghi chú dài quá 1.500 chữ.';
const tooLate =
  'Chưa ghép: phiếu này hoặc các phiếu đã chọn vừa được xóa, đã xong, hoặc không còn cùng phường, cùng ngành. Bạn chọn lại.';

export const founderPages: Pages = (app, deps) => {
  const staff = only('admin', 'staff');
  const by = (c: Context<DeskEnv>) => ({ actor: c.get('session').account.id, now: deps.clock() });
  const find = (c: Context<DeskEnv>) => findLead(deps.db, deps.vault, c.req.param('id') ?? '');
  const back = (c: Context<DeskEnv>, id: string, ok: string) => {
    const list = sameList(LeadQuery.parse(c.req.query()));
    return c.redirect(`/can-bo/phieu/${id}${list}${list ? '&' : '?'}ok=${ok}`, 303);
  };
  const show = async (c: Context<DeskEnv>, lead: LeadRow, warn?: string, kept?: z.infer<typeof Choice>) => {
    const could = await couldJoin(deps.db, deps.vault, lead, mostAlike);
    const list = sameList(LeadQuery.parse(c.req.query()));
    const at = `/can-bo/phieu/${lead.id}`;
    return page(
      c.get('session'),
      { title: `Ghép nhóm với phiếu ${lead.code}`, at: '/can-bo/phieu', warn },
      html`<p class="paging"><a href="${at}${list}">Về phiếu ${lead.code}</a></p>`,
      could.length === 0
        ? html`<p class="empty">Không còn phiếu nào cùng phường, cùng ngành đang làm mà chưa cùng nhóm.</p>`
        : form(c.get('session'), `${at}/nhom${list}`, choices(could, kept)),
    );
  };

  app.get('/phieu/:id/nhom', staff, async (c) => {
    const lead = await find(c);
    return lead && !lead.erased ? c.html(await show(c, lead)) : c.html(noLead(), 404);
  });

  app.post('/phieu/:id/nhom', staff, async (c) => {
    const lead = await find(c);
    if (!lead) return c.html(noLead(), 404);
    const post = Choice.parse(await readForm(c));
    const ids = post[chosenField];
    if (ids.length === 0) return c.html(await show(c, lead, nobody, post), 400);
    const words = post.note === '' ? undefined : StaffText.safeParse(post.note);
    if (words?.success === false) return c.html(await show(c, lead, tooLong, post), 400);
    const count = await joinLeads(deps.db, deps.vault, lead.id, ids, words?.data, by(c));
    return count > 0 ? back(c, lead.id, 'grouped') : c.html(await show(c, lead, tooLate, post), 409);
  });

  app.post('/phieu/:id/nhom/ghi-chu', staff, async (c) => {
    const id = c.req.param('id');
    const post = Note.safeParse(await readForm(c));
    const done = post.success ? await noteToFounders(deps.db, deps.vault, id, post.data.note, by(c)) : 0;
    return back(c, id, done > 0 ? 'group-note' : '');
  });

  app.post('/phieu/:id/nhom/ra', staff, async (c) => {
    const id = c.req.param('id');
    return back(c, id, (await leaveFounders(deps.db, id, by(c))) ? 'ungrouped' : '');
  });
};

function choices(could: readonly LeadRow[], kept: z.infer<typeof Choice> | undefined): Html {
  const chosen = kept?.[chosenField] ?? [];
  return html`<div class="stack"><fieldset class="boxes"><legend>Phiếu cùng phường, cùng ngành, đang làm: chọn phiếu vào nhóm</legend>${could.map(
    (l) =>
      html`<label><input type="checkbox" name="${chosenField}" value="${l.id}"${chosen.includes(l.id) ? raw(' checked') : ''}> <span><b>${l.code}</b> ${l.name ?? ''} ${l.phone ? html`<span class="whole">${sayPhone(l.phone)}</span>` : ''} · ${l.members ? `${sayMembers(l)} · ` : ''}${leadStateWords[l.status]}${l.groupId ? ' · đã ở một nhóm: chọn thì cả nhóm ấy vào chung' : ''}</span></label>`,
  )}</fieldset>${groupNote(kept?.note ?? '')}<button>Ghép thành một nhóm</button></div>`;
}
