// What each step of registering asks, with its buttons.
import { wardsOn } from '../../../../knowledge/places.ts';
import { say, type WordingKey } from '../../../../knowledge/wording.ts';
import { type Members, sayMembers } from '../../../../leads/lead.ts';
import { line, reply } from '../../../context.ts';
import type { Block, Choice, Reply } from '../../../message.ts';
import type { RegisterFlow } from '../../../state.ts';
import { keepMonths, type World } from '../../../world.ts';
import { type FieldStep, maySkip } from '../steps.ts';

export function askStep(step: FieldStep, world: World, again = false): Reply {
  const w = world.knowledge.wording;
  const label = (key: WordingKey) => say(w, key);
  const skip = maySkip(step) ? [{ id: 'do:skip', label: label('label_skip') }] : [];
  const tail = [...skip, { id: 'do:stop', label: label('label_stop') }];
  const typed = (key: WordingKey, asks: Reply['asks'] = 'text') => reply([line(say(w, key))], tail, asks);
  switch (step) {
    case 'form':
      return reply(
        [line(say(w, again ? 'ask_form_again' : 'ask_form'))],
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
        [...wardChoices(world), { id: 'place:elsewhere', label: label('label_elsewhere') }, ...tail],
        'text',
      );
    case 'product':
      return typed(again ? 'ask_product_again' : 'ask_product');
    case 'members':
      return typed(again ? 'ask_members_again' : 'ask_members', 'count');
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
    case 'note':
      return typed('ask_note');
  }
}

/** Which of several places of one name; none of them may be meant. */
export function askWhich(
  ask: string,
  namesakes: readonly Choice[],
  { knowledge: { wording } }: World,
): Reply {
  return reply(
    [line(ask)],
    [
      ...namesakes,
      { id: 'place:elsewhere', label: say(wording, 'label_elsewhere') },
      { id: 'do:stop', label: say(wording, 'label_stop') },
    ],
  );
}
export const besideNamesakes: ReadonlySet<string> = new Set(['place:elsewhere', 'do:stop']);

/** A number that is asked about once more. */
export function askCount(counted: Members, { knowledge: { wording } }: World): Reply {
  return reply(
    [line(say(wording, 'ask_members_sure', { people: sayMembers(counted) ?? '' }))],
    [
      { id: 'members:yes', label: say(wording, 'label_right') },
      { id: 'do:skip', label: say(wording, 'label_skip') },
      { id: 'do:stop', label: say(wording, 'label_stop') },
    ],
    'count',
  );
}

const mostWards = 8;

/** Buttons for a handful of wards; with more the name is typed. */
export function wardChoices(world: World): Choice[] {
  const wards = wardsOn(world.knowledge, world.today);
  return wards.length > mostWards ? [] : wards.map((p) => ({ id: `place:${p.id}`, label: p.name }));
}

export function consentText(world: Pick<World, 'knowledge' | 'operator'>): string {
  return say(world.knowledge.wording, 'ask_consent', {
    operator: world.operator.name,
    lead_months: keepMonths.lead,
  });
}

/** Whether the notice as it reads now was shown in this form. */
export const noticeRead = ({ notice }: Pick<RegisterFlow, 'notice'>, { knowledge }: World): boolean =>
  notice === knowledge.wording.version;

/** The notice with its points as a list. */
const consentBlocks = (world: World): Block[] =>
  consentText(world)
    .split('\n')
    .filter((l) => l.trim() !== '')
    .map((l) => (l.startsWith('- ') ? { kind: 'detail', text: l.slice(2) } : line(l)));
