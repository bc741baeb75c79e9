// The steps of registering, in order: what each asks, and what it makes of an answer.

import { unitOn, wardsOn } from '../../../knowledge/places.ts';
import type { Place } from '../../../knowledge/schema.ts';
import { say, type WordingKey } from '../../../knowledge/wording.ts';
import { fold } from '../../../language/fold.ts';
import { numbersIn } from '../../../language/numbers.ts';
import { findPhone } from '../../../language/phones.ts';
import { namesIn } from '../../../language/places.ts';
import { type Heard, line, reply } from '../../context.ts';
import type { Block, Choice, Reply } from '../../message.ts';
import type { RegisterFlow } from '../../state.ts';
import { placeNames, productNames } from '../../understand/names.ts';
import { keepMonths, type World } from '../../world.ts';

type Fields = RegisterFlow['draft'];
/** `set` fills fields and goes on; `which` asks among namesakes; `again` did not understand; `refuse` says no to consent. */
export type Taken =
  | { kind: 'set'; fields: Partial<Fields>; note?: string }
  | { kind: 'which'; ask: string; choices: Choice[] }
  | { kind: 'consented' }
  | { kind: 'refuse' }
  | { kind: 'again' };

export type Step = RegisterFlow['step'];
export const groupSteps: readonly Step[] = [
  'form',
  'place',
  'product',
  'members',
  'consent',
  'name',
  'phone',
  'time',
  'summary',
];
export const callbackSteps: readonly Step[] = ['consent', 'name', 'phone', 'time', 'summary'];
/** Steps that may be passed over. */
export const skippable: ReadonlySet<Step> = new Set(['product', 'members', 'time']);
/** Steps whose words are the person's own: masked in the kept talk. */
export const personal: Partial<Record<Step, string>> = { name: '[tên]', phone: '[số]' };

export const isDone: Record<Step, (flow: RegisterFlow) => boolean> = {
  form: (f) => f.draft.form !== undefined,
  place: (f) => f.draft.placeText !== undefined,
  'place-which': () => true,
  product: (f) => f.draft.productText !== undefined,
  members: (f) => f.draft.members !== undefined,
  consent: (f) => f.consent !== undefined || f.updates !== undefined,
  name: (f) => f.draft.name !== undefined,
  phone: (f) => f.draft.phone !== undefined,
  time: (f) => f.draft.bestTime !== undefined,
  summary: () => false,
  'edit-which': () => false,
};

export function askStep(step: Step, world: World, again = false): Reply {
  const w = world.knowledge.wording;
  const label = (key: WordingKey) => say(w, key);
  const skip = skippable.has(step) ? [{ id: 'do:skip', label: label('label_skip') }] : [];
  const tail = [...skip, { id: 'do:stop', label: label('label_stop') }];
  const typed = (key: WordingKey) => reply([line(say(w, key))], tail, 'text');
  switch (step) {
    case 'form':
      return reply(
        [line(say(w, 'ask_form'))],
        [
          { id: 'form:tht', label: label('label_tht') },
          { id: 'form:htx', label: label('label_htx') },
          { id: 'form:unsure', label: label('label_unsure') },
          ...tail,
        ],
      );
    case 'place':
      return reply(
        [line(say(w, again ? 'ask_place_again' : 'ask_place'))],
        [...wardChoices(world), ...tail],
        'text',
      );
    case 'product':
      return typed('ask_product');
    case 'members':
      return typed(again ? 'ask_members_again' : 'ask_members');
    case 'consent':
      return reply(
        again ? [line(say(w, 'ask_consent_again'))] : consentBlocks(world),
        [
          { id: 'consent:yes', label: label('label_yes_consent') },
          { id: 'consent:no', label: label('label_no_consent') },
        ],
        // Where there are no buttons the words themselves are asked for: "1" is no clear act.
        'text',
      );
    case 'name':
      return reply([line(say(w, again ? 'ask_name_again' : 'ask_name'))], tail, 'person');
    case 'phone':
      return reply([line(say(w, again ? 'ask_phone_again' : 'ask_phone'))], tail, 'contact');
    case 'time':
      return typed('ask_time');
    case 'place-which':
    case 'summary':
    case 'edit-which':
      throw new Error(`step ${step} is asked by its own page`);
  }
}

const mostWards = 8;

/** Buttons for a handful of wards; with more the name is typed. */
function wardChoices(world: World): Choice[] {
  const wards = wardsOn(world.knowledge, world.today);
  return wards.length > mostWards ? [] : wards.map((p) => ({ id: `place:${p.id}`, label: p.name }));
}

export function consentText(world: Pick<World, 'knowledge' | 'operator'>): string {
  return say(world.knowledge.wording, 'ask_consent', {
    operator: world.operator.name,
    lead_months: keepMonths.lead,
  });
}

/** The notice with its points as a list. */
const consentBlocks = (world: World): Block[] =>
  consentText(world)
    .split('\n')
    .filter((l) => l.trim() !== '')
    .map((l) => (l.startsWith('- ') ? { kind: 'detail', text: l.slice(2) } : line(l)));

/** Reads an answer to a step. Nothing here decides what comes next. */
export function takeAnswer(step: Step, heard: Heard, world: World): Taken {
  const { knowledge } = world;
  const text = heard.kind === 'text' || heard.kind === 'choice' ? heard.text : '';
  const chosen = heard.kind === 'choice' ? heard.id : undefined;
  switch (step) {
    case 'form': {
      const form = chosen?.match(/^form:(tht|htx|unsure)$/)?.[1] ?? formTyped(text);
      return form === 'tht' || form === 'htx' || form === 'unsure'
        ? { kind: 'set', fields: { form } }
        : { kind: 'again' };
    }
    case 'place':
    case 'place-which':
      return takePlace(chosen, text, world);
    case 'product': {
      if (text.length < 2 || text.length > 120) return { kind: 'again' };
      const found = namesIn(text, productNames(knowledge))[0];
      return { kind: 'set', fields: { productText: text, product: found?.id } };
    }
    case 'members': {
      const n = numbersIn(text)[0]?.value;
      return n && Number.isInteger(n) && n >= 1 && n <= 9999
        ? { kind: 'set', fields: { members: n } }
        : { kind: 'again' };
    }
    case 'consent':
      if (
        chosen === 'consent:yes' ||
        /^(?:toi |em |minh |da |vang |ok |u )*dong y(?: nhe| a| roi| luon)*$/.test(bare(text))
      )
        return { kind: 'consented' };
      if (chosen === 'consent:no' || /\bkhong\b|^ko\b|^k\b/.test(bare(text))) return { kind: 'refuse' };
      return { kind: 'again' };
    case 'name': {
      const name =
        (heard.kind === 'contact' ? heard.name : text)?.replace(
          /^(?:tôi|em|mình|tên|tên là|tôi là|em là|tôi tên là|em tên là|mình là)\s+(?=\p{L})/iu,
          '',
        ) ?? '';
      if (!/^[\p{L}\p{M}][\p{L}\p{M}\s.'-]{0,59}$/u.test(name)) return { kind: 'again' };
      // Someone who shares their contact here has told both.
      const phone = heard.kind === 'contact' ? findPhone(heard.phone) : undefined;
      return { kind: 'set', fields: { name, ...(phone ? { phone } : {}) } };
    }
    case 'phone': {
      const phone = findPhone(heard.kind === 'contact' ? heard.phone : text);
      return phone ? { kind: 'set', fields: { phone } } : { kind: 'again' };
    }
    case 'time':
      return text.length > 0 && text.length <= 120
        ? { kind: 'set', fields: { bestTime: text } }
        : { kind: 'again' };
    case 'summary':
    case 'edit-which':
      return { kind: 'again' };
  }
}

const bare = (text: string): string =>
  fold(text)
    .replace(/[^\p{L}\d]+/gu, ' ')
    .trim();

function formTyped(text: string): string | undefined {
  const said = bare(text);
  if (/\b(?:tht|to hop tac)\b/.test(said) && !/\b(?:htx|hop tac xa)\b/.test(said)) return 'tht';
  if (/\b(?:htx|hop tac xa)\b/.test(said) && !/\b(?:tht|to hop tac)\b/.test(said)) return 'htx';
  return /\b(?:chua ro|chua biet|khong biet|ko biet|tu van|sao cung duoc|chua chac)\b/.test(said)
    ? 'unsure'
    : undefined;
}

function takePlace(chosen: string | undefined, text: string, world: World): Taken {
  const { places } = world.knowledge;
  const picked = chosen?.startsWith('place:') ? places.get(chosen.slice('place:'.length)) : undefined;
  if (picked) return placeSet(picked, world);
  if (text.length > 120) return { kind: 'again' };
  const found = namesIn(text, placeNames(world.knowledge)).flatMap((f) => places.get(f.id) ?? []);
  const trapped = found.find((p) => p.trap);
  const exact = found.filter((p) => !p.trap);
  if (trapped && exact.every((p) => trapped.namesakes.includes(p.id) || p.id === trapped.now)) {
    const choices = trapped.namesakes
      .flatMap((id) => places.get(id) ?? [])
      .map((p) => ({ id: `place:${p.id}`, label: p.name }));
    return { kind: 'which', ask: trapped.trap ?? '', choices };
  }
  const narrow = exact.filter((p) => p.kind !== 'huyen' && p.kind !== 'thanh-pho');
  const best = narrow.length > 0 ? narrow : exact;
  const wards = new Set(best.map((p) => unitOn(world.knowledge, p, world.today).id));
  const one = best[0];
  if (one && wards.size === 1) return placeSet(one, world);
  if (best.length > 1) {
    const choices = best.slice(0, 6).map((p) => ({ id: `place:${p.id}`, label: p.name }));
    return { kind: 'which', ask: say(world.knowledge.wording, 'ask_place_which'), choices };
  }
  return { kind: 'again' };
}

function placeSet(place: Place, world: World): Taken {
  const ward = unitOn(world.knowledge, place, world.today);
  const placeText = ward === place ? place.name : `${place.name} → ${ward.name}`;
  const note = place.served === false ? { note: say(world.knowledge.wording, 'place_outside') } : {};
  return { kind: 'set', fields: { place: ward.id, placeText }, ...note };
}
