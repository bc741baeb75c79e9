// "Còn tổ hợp tác thì sao", and nothing else: the last question asked once more, of the other form of organisation.
import type { Knowledge } from '../../../knowledge/knowledge.ts';
import { onceFor } from '../../../knowledge/once.ts';
import type { Card } from '../../../knowledge/schema/card.ts';
import type { Form } from '../../../knowledge/schema/form.ts';
import { type Named, namedIn, subjectOf } from '../named.ts';

/** The card that answers for the form named: the last one when it speaks of both and names no related one of that form alone, else the one whose title differs in the form alone. */
export function cardOfOtherForm(knowledge: Knowledge, last: Card, named: Named): Card | undefined {
  const { form } = named;
  if (!form || named.leans < 1 || named.points || named.aspects.length > 0 || named.documents.length > 0)
    return undefined;
  if (last.forms.length < 2 || !last.forms.includes(form)) return twins(knowledge)(last).get(form);
  const ofThatForm = (card: Card | undefined): boolean => card?.forms.length === 1 && card.forms[0] === form;
  return last.related.some((id) => ofThatForm(knowledge.cards.get(id))) ? undefined : last;
}

const twins = onceFor((knowledge: Knowledge) =>
  onceFor((last: Card): ReadonlyMap<Form, Card> => {
    const subject = subjects(knowledge);
    const found = new Map<Form, { card: Card; likeness: number }>();
    for (const card of knowledge.cards.values()) {
      const [form] = card.forms;
      if (!form || card.forms.length > 1 || last.forms.includes(form)) continue;
      if (card.aspect !== last.aspect) continue;
      const likeness = alike(subject(last), subject(card));
      if (likeness >= enough && likeness > (found.get(form)?.likeness ?? 0))
        found.set(form, { card, likeness });
    }
    return new Map([...found].map(([form, { card }]) => [form, card]));
  }),
);
/** Share of the two titles' words that they have in common, the form left out. */
const enough = 0.5;

const subjects = onceFor((knowledge: Knowledge) =>
  onceFor((card: Card): ReadonlySet<string> => {
    const otherForm = { ...namedIn(knowledge, ''), form: card.forms[0] };
    return new Set(subjectOf(knowledge, card.title, otherForm).split(' '));
  }),
);

function alike(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const common = [...a].filter((w) => b.has(w)).length;
  return common / Math.max(1, a.size + b.size - common);
}
