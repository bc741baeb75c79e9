// What a text is about: the form of organisation, a thing lost or kept, what befell it, what became of a member.
import type { Knowledge } from '../../../knowledge/knowledge.ts';
import { onceFor } from '../../../knowledge/once.ts';
import type { Card } from '../../../knowledge/schema/card.ts';
import { fold } from '../../../language/fold.ts';
import { type Names, namesIn, namesOf } from '../../../language/places.ts';
import { aTurn, remembered } from '../../../language/remembered.ts';
import { type Subjects, subjectKinds } from '../../state.ts';
import { meantNames } from '../bare-names.ts';

export const subjectsIn = (knowledge: Knowledge, text: string): Subjects => reader(knowledge)(text);

const reader = onceFor((knowledge: Knowledge) =>
  remembered((text: string): Subjects => {
    const found = meantNames(knowledge, text, namesIn(text, namesOfSubjects(knowledge)));
    const of = (kind: string): string[] =>
      kind === 'form'
        ? formsNamed(knowledge, text)
        : found.flatMap(({ id }) => (id.startsWith(`${kind}:`) ? id.slice(kind.length + 1) : []));
    return Object.fromEntries(
      subjectKinds.map((kind) => [kind, of(kind)]).filter(([, names]) => names?.length),
    );
  }, aTurn),
);

/** Without the "to" of bare letters that may be many words. */
function formsNamed(knowledge: Knowledge, text: string): string[] {
  const bare = fold(text);
  const isGroup = text !== bare || group.test(bare);
  const found = namesIn(text, namesOfForms(knowledge)).map(({ id }) => id);
  return found.filter((form) => form !== 'tht' || isGroup);
}
const group =
  /\b(?:hop tac|tht|(?:lap|mo|vao|ra|khoi|trong|cua|la|mot|cac|may|ca|nhom|theo|ten|dang ky|giua|quy|no cua) to(?! (?:qua|lam|hon|nhat|the|tuong|mo|do))|(?<!giay )to (?:em|e|toi|minh|nha|nhom|truong|vien|san xuat|chung|bon|co|ay|nay|do|cua|no|thi|chu|hop))\b/;

const namesOfForms = onceFor(({ words: { form_words, abbreviations, subjects } }: Knowledge): Names => {
  const short = (said: readonly string[]): string[] =>
    abbreviations.filter((a) => said.includes(a.long)).map((a) => a.short);
  const others = subjects.filter(({ of }) => of === 'form');
  return namesOf([
    ...form_words.map(({ form, said }) => ({ id: form, names: [...said, ...short(said)] })),
    ...others.map(({ name, said }) => ({ id: name, names: said })),
  ]);
});

const namesOfSubjects = onceFor(
  ({ words: { subjects } }: Knowledge): Names =>
    namesOf(
      subjects.flatMap(({ of, name, said, besides }) => [
        { id: `${of}:${name}`, names: said },
        { id: `not ${name}`, names: besides },
      ]),
    ),
);

/** What of it stays with the talk: who asks how to leave has not left. */
export function keptOf({ words }: Knowledge, { event = [], ...about }: Subjects): Subjects {
  const asked = words.subjects.filter(({ only_asked }) => only_asked).map(({ name }) => name);
  return event.length > 0 && !event.some((name) => asked.includes(name)) ? { ...about, event } : about;
}

/** What a card is about, by its title and the forms it is for. */
export const subjectsOf = onceFor((knowledge: Knowledge) =>
  onceFor(({ title, forms }: Card): Subjects => {
    const { form: _, ...named } = subjectsIn(knowledge, title);
    return forms.length > 0 ? { ...named, form: forms } : named;
  }),
);
