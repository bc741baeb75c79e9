// Whether a message goes on with the distress that was answered last: "báo ai", "làm sao bây giờ", "nó dọa nữa thì sao".
import type { Knowledge } from '../../knowledge/knowledge.ts';
import type { Talk } from '../../knowledge/schema.ts';
import { bandOf } from './bands.ts';
import { leansOnTalk, type Named, namedIn, namesSubject } from './named.ts';

/** In words; what is longer and near to some cards is a question of its own. */
const short = 8;

/** "Gửi đơn ở đâu", "báo cho ai": of the two first words a card may be sure, and in distress they still ask for help. */
const asksWhere = ({ aspects, length }: Named): boolean =>
  length <= 5 && aspects.some((a) => a === 'where' || a === 'who');

/** `before`: the talk entry that answered last. What by itself means a card, or is said in passing (thanks), is something new. */
export function stillUrgent(
  knowledge: Knowledge,
  message: string,
  before: string | undefined,
): Talk | undefined {
  const entry = knowledge.talk.get(before ?? '');
  if (!entry) return undefined;
  const band = bandOf(knowledge, knowledge.search.rank(message));
  if (band.kind === 'talk') return band.talk.outcome === 'off_topic' ? entry : undefined;
  if (band.kind === 'unsure') return entry;
  const named = namedIn(knowledge, message);
  const goesOn = band.kind === 'card' ? leansOnTalk(named) || asksWhere(named) : named.length <= short;
  return goesOn && !namesSubject(named) ? entry : undefined;
}
