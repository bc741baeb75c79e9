// People of places outside the wards served: told so first, and no answer names them the wards' own offices.
import { unitOn, wardsOn } from '../../knowledge/places.ts';
import type { Place } from '../../knowledge/schema/place.ts';
import { say } from '../../knowledge/wording.ts';
import { type Context, changing, type Draft, line, reply, saying } from '../context.ts';
import type { Block, Choice } from '../message.ts';
import { staffChoice } from '../replies/choices.ts';
import { outsideNamed } from '../understand/told/place.ts';

/** An answer that speaks of the served wards, for one who told another place: their lines are left out, or all of it where it is about them. */
export function forOutside(context: Context, draft: Draft, place = placeOf(context)): Draft {
  if (place?.served !== false || draft.outcome !== 'answered') return draft;
  const isOfWards = ofWards(context);
  const blocks = draft.replies.flatMap((r) => r.blocks);
  if (!blocks.some(isOfWards)) return draft;
  if (blocks.some((b) => b.kind === 'strong' && isOfWards(b)))
    return {
      state: { ...draft.state, topic: context.state.topic },
      replies: [
        reply(
          [outsideLine(context, place)],
          [...elsewhere(context, draft), staffChoice(context.world.knowledge)],
        ),
      ],
      outcome: 'off_topic',
    };
  const rest = changing(draft, (replies) =>
    replies.map((r) => ({ ...r, blocks: r.blocks.filter((b) => !isOfWards(b)) })),
  );
  return saying(outsideLine(context, place), rest);
}

/** The same where such a place is just named; that is said before whatever the answer is. */
export function namingOutside(context: Context, draft: Draft, message: string): Draft {
  const own = placeOf(context);
  const named = outsideNamed(message, context.world.knowledge, own !== undefined && own.served !== false);
  if (!named || draft.outcome === 'off_topic' || draft.outcome === 'urgent') return draft;
  const said = outsideLine(context, named);
  const answer = forOutside(context, draft, named);
  return answer.replies.some((r) => r.blocks.some((b) => b.text === said.text))
    ? answer
    : saying(said, answer);
}

/** The titles under the answer that are about no place. */
const elsewhere = ({ world: { knowledge } }: Context, draft: Draft): Choice[] =>
  (draft.replies.at(-1)?.choices ?? []).filter(
    ({ id }) => id.startsWith('card:') && knowledge.cards.get(id.slice('card:'.length))?.aspect !== 'place',
  );

const placeOf = ({ state, world }: Context): Place | undefined =>
  world.knowledge.places.get(state.told.place ?? '');

const ofWards = ({ world: { knowledge, today } }: Context): ((block: Block) => boolean) => {
  const wards = wardsOn(knowledge, today).map((w) => w.name.toLowerCase());
  return ({ text }) => wards.some((w) => text.toLowerCase().includes(w));
};

/** Of an old district some communes may be served all the same. */
function outsideLine({ world: { knowledge, today } }: Context, outside: Place): Block {
  const name = outside.name.replace(/\s*\(.*?\)/, '');
  const within = [...knowledge.places.values()].filter((p) => p.now && p.name.includes(`huyện ${name}`));
  const list = within
    .map((p) => `${p.name.replace(/,.*$/, '')} (nay thuộc ${unitOn(knowledge, p, today).name})`)
    .join(', ');
  const w = knowledge.wording;
  const place = name.charAt(0).toUpperCase() + name.slice(1);
  return line(list ? say(w, 'outside_but', { place: name, list }) : say(w, 'outside', { place }));
}
