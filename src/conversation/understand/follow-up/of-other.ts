// What was told stays what a talk is about: cards about another thing, cause, event or form stand behind where the message itself names none.
import type { Knowledge } from '../../../knowledge/knowledge.ts';
import { fold } from '../../../language/fold.ts';
import { type Subjects, subjectKinds } from '../../state.ts';
import type { Ranked } from '../bands.ts';
import { documentsByNumber } from '../named.ts';
import { subjectsIn, subjectsOf } from '../told/subjects.ts';
import { shares, textsOf } from './beside.ts';

/** `hits` with the odds of cards about something else than was told taken back, and of those about just that raised; what none of all is meant by keeps its own. */
export function behindTold(
  knowledge: Knowledge,
  message: string,
  told: Subjects | undefined,
  hits: Ranked[],
): Ranked[] {
  if (!told) return hits;
  const named = subjectsIn(knowledge, message);
  const kinds = subjectKinds.filter((kind) => told[kind] && !named[kind]);
  if (kinds.length === 0 || goesOver.test(fold(message))) return hits;
  const texts = textsNumbered(knowledge, message);
  const worth = (id: string): number => {
    const card = knowledge.cards.get(id);
    if (!card || shares(textsOf(knowledge)(card).titled, texts)) return 1;
    const own = subjectsOf(knowledge)(card);
    return kinds.reduce((product, kind) => {
      const about = own[kind];
      return about ? product * (shares(about, told[kind] ?? []) ? ofTold[kind] : ofOther[kind]) : product;
    }, 1);
  };
  const weighed = hits.map(({ id, score }) => ({ id, odds: score ** 2, now: score ** 2 * worth(id) }));
  const none = Math.max(0, 1 - weighed.reduce((sum, { odds }) => sum + odds, 0));
  const all = weighed.reduce((sum, { now }) => sum + now, none);
  return weighed
    .map(({ id, now }) => ({ id, score: Math.sqrt(now / all) }))
    .sort((a, b) => b.score - a.score);
}
/** "Còn cây dâu thì sao": another case of the same. */
const goesOver =
  /^(?:(?:a|u|o|roi|ok|va|the|vay) )*con (?!(?:bao|may|gi|ai|dau|nua|khong|ko|k|duoc|dc|han|hieu luc|kip|phai|tien|giay)\b)/;
/** Legal texts of which so much as the number is said: "77 cũng thế à". */
const textsNumbered = (knowledge: Knowledge, message: string): string[] =>
  (fold(message).match(/\d+/g) ?? []).flatMap((number) => documentsByNumber(knowledge).get(number) ?? []);

/** What their odds are worth: tried on talks to tune on. Of what is asked once a form was told much holds for every form. */
const ofOther = { form: 0.3, thing: 0.3, cause: 0.3, event: 0.15 };
const ofTold = { form: 1, thing: 1.3, cause: 1.3, event: 1.3 };
