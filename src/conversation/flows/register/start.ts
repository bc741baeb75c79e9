// Opens the register flow: with what was told in the talk, or with an earlier lead to change.
import { placeName, unitOn } from '../../../knowledge/places.ts';
import { say } from '../../../knowledge/wording.ts';
import { lastClause } from '../../../language/clauses.ts';
import { fold, plainWords } from '../../../language/fold.ts';
import { findPhone } from '../../../language/phones.ts';
import { detailsOf, type Lead } from '../../../leads/lead.ts';
import { type Context, type Draft, line, reply, saying, type Typed } from '../../context.ts';
import { toldLine } from '../../replies/told.ts';
import { freshForm, type RegisterFlow, type State, type Told } from '../../state.ts';
import { ownTells } from '../../understand/told/index.ts';
import type { World } from '../../world.ts';
import { takenLines } from './ask/taken.ts';
import { advance } from './go-on.ts';
import { callTimeIn } from './read/call-time.ts';
import { introducesName } from './read/name.ts';
import { placeSaid, tradeSaid } from './read/told-with-wish.ts';

export function startRegister(context: Context): Draft {
  const { state, world } = context;
  const w = world.knowledge.wording;
  if (state.flow?.flow === 'register' && state.flow.kind === 'group') {
    return advance(context, state.flow, [line(say(w, 'resume'))]);
  }
  if (state.paused?.kind === 'group') return takeUp(context, state.paused);
  const own = openLead(context, 'group');
  if (!own) return freshRegister(context);
  return {
    state: { ...state, flow: undefined },
    replies: [
      reply(
        [line(say(w, 'register_again', { code: own.code }))],
        [
          { id: 'lead:update', label: say(w, 'label_update') },
          { id: 'lead:another', label: say(w, 'label_another') },
        ],
      ),
    ],
    outcome: 'action',
  };
}

/** "Tiếp tục", "làm tiếp", and consent said late: the form that was put aside goes on; the notice is read again before anything is agreed to. */
export function goesOnPaused(context: Typed): Draft | undefined {
  const { heard, state } = context;
  const idle = !state.flow || (state.flow.flow === 'my-data' && state.flow.step === 'show');
  if (!idle || !state.paused) return undefined;
  const said = plainWords(heard.text);
  const last = lastClause(heard.text);
  return goingOn.test(said) || goingBack.test(last) || sendingBack.test(last)
    ? takeUp(context, state.paused)
    : undefined;
}
const lead = '(?:(?:da|vang|ok|u|roi|r|gio|thoi|em|e|toi|minh|chau|cho|muon|bay gio|quay lai|lai|vao) )*';
const goingOn = new RegExp(
  `^${lead}(?:tiep tuc|(?:lam|ghi|dien|dang ky|khai) tiep|tiep|dong y)(?: (?:phieu|di|nhe|nha|a|em|thoi|luon|dang ky))*$`,
);
/** "Làm tiếp phiếu hôm nọ đi", "quay lại làm tiếp": of the form, said last. */
const goingBack = new RegExp(
  `^${lead}(?:tiep tuc|(?:lam|ghi|dien|dang ky|khai|viet|lap)(?: (?:tiep|not))+)(?: (?:cai|to|phieu|dang|do|dang ky|lap nhom|hom (?:no|truoc|qua|kia|bua|ay)|luc (?:nay|truoc|truoc)|cu|ay|do|di|nhe|nha|a|em|ad|thoi|luon|cho|toi|giup))*$`,
);
/** "Gửi lại cái phiếu vừa nãy đi". */
const sendingBack = new RegExp(
  `^${lead}(?:gui|ghi|mo)(?: lai)? (?:cai |to )?(?:phieu|to khai)(?: (?:cu|nay|do|ay|(?:luc|hoi|khi|ban|vua) nay|vua roi|dang do|ghi do|di|nhe|nha|a|em|ad|cho|toi|giup|luon))+$`,
);
const ofForm = /\b(?:phieu|dang ky|to khai|quay lai)\b/;
/** The same where none was kept: that is said, and a new one begins. */
export function goesOnAnew(context: Typed): Draft | undefined {
  const { heard, state, world } = context;
  if (state.flow || state.paused) return undefined;
  const last = lastClause(heard.text);
  if (!(sendingBack.test(last) && !openLead(context)) && !(goingBack.test(last) && ofForm.test(last)))
    return undefined;
  const gone = line(say(world.knowledge.wording, 'draft_gone'));
  return openLead(context, 'group') ? startRegister(context) : saying(gone, startRegister(context));
}

export function takeUp(context: Context, paused: RegisterFlow): Draft {
  const state = { ...context.state, paused: undefined };
  return advance({ ...context, state }, paused, [line(say(context.world.knowledge.wording, 'resume'))]);
}

/** The person's latest lead that is not closed, of whichever kind if none is named. */
export function openLead({ world }: Context, kind?: Lead['kind']): Lead | undefined {
  return world.ownLeads
    .filter((l) => (kind === undefined || l.kind === kind) && l.status !== 'closed')
    .sort((a, b) => (a.createdAt < b.createdAt ? 1 : -1))[0];
}

/** "Tôi tên …"; "em ở …" leads up to a place. */
const namesThemselves = (clause: string): boolean => /\bten\b/.test(fold(clause)) && introducesName(clause);

export function freshRegister(context: Context): Draft {
  const { heard, state, world } = context;
  const told = state.told;
  const said = heard.kind === 'text' ? heard.text : '';
  const trade = tradeSaid(said, world);
  const bestTime = callTimeIn(said);
  const time = bestTime ? { bestTime } : {};
  const lines = { ...placeSaid(said, world), ...linesTold(told, world), ...trade, ...time };
  const withNumber = findPhone(said) !== undefined;
  const early = withNumber || said.split(/[,.;!\n]+/u).some((clause) => namesThemselves(clause.trim()));
  const flow: RegisterFlow = { ...freshForm('group', 'form', lines), ...(early ? { early } : {}) };
  // Another trade told now takes the place of the one that was remembered.
  const another = trade.productText !== undefined && trade.product !== told.product;
  const { product: _, productText: __, ...besides } = told;
  const remembered = toldLine(world.knowledge, another ? besides : told, world.today, 'told');
  const w = world.knowledge.wording;
  return advance(context, flow, [
    line(say(w, 'register_start')),
    ...(remembered ? [line(remembered)] : []),
    ...takenLines(context, { ...((told.product || told.productText) && !another ? {} : trade), ...time }),
    ...(withNumber ? [line(say(w, 'number_early'))] : []),
  ]);
}

/** The lines of the form that were told. */
export const linesTold = (told: Told, world: World): RegisterFlow['draft'] => ({
  ...(told.form ? { form: told.form } : {}),
  ...wardTold(told, world),
  ...(told.product
    ? { product: told.product, productText: world.knowledge.products.get(told.product)?.name }
    : told.productText
      ? { productText: told.productText }
      : {}),
  ...(told.members ? { members: told.members, memberUnit: told.memberUnit } : {}),
});

/** The lines of the form that a message tells of oneself, whatever was asked. */
export const linesIn = (text: string, world: World): RegisterFlow['draft'] =>
  linesTold(ownTells(text, world.knowledge, {}), world);

/** The ward of the place told, under which people of old places are grouped. */
export function wardTold(told: Told, { knowledge, today }: World): Partial<RegisterFlow['draft']> {
  const place = knowledge.places.get(told.place ?? '');
  if (!place) return {};
  return {
    place: unitOn(knowledge, place, today).id,
    placeText: placeName(knowledge, place, today),
  };
}

/** Opens an existing lead at its summary, ready to be edited and sent again; `changes` are made at once. */
export function updateLead(
  context: Context,
  lead: Lead | undefined = openLead(context),
  changes: RegisterFlow['draft'] = {},
): Draft {
  if (!lead) return freshRegister(context);
  const { kind, ...sent } = detailsOf(lead);
  const { paused } = context.state;
  // Changes of it that were put aside before they were sent go on.
  const draft = paused?.updates === lead.id ? paused.draft : sent;
  const flow: RegisterFlow = {
    ...freshForm(kind, 'summary', { ...draft, ...changes }),
    skipped: ['product', 'members', 'time'],
    updates: lead.id,
  };
  const state: State = {
    ...context.state,
    flow,
    paused: paused?.updates === lead.id ? undefined : paused,
  };
  return advance({ ...context, state }, flow, []);
}
