// Which form of organisation a message names: tổ hợp tác, hợp tác xã or liên hiệp.
import { fold, withoutSigns } from '../language/fold.ts';
import { onceFor } from './once.ts';
import type { Form } from './schema/form.ts';
import type { Words } from './schema/words.ts';

type FormPhrase = { form: Form | undefined; said: string };

/** Every way of naming a form, and what only sounds like one without marks ("giấy tờ" is no "tổ"); folded between blanks, the longest first. */
const formPhrases = onceFor((words: Words): readonly FormPhrase[] => {
  const spaced = (text: string): string => ` ${text} `;
  const forms = words.form_words.flatMap((w) => w.said.map((said) => ({ form: w.form, said })));
  const alike = words.aspect_words
    .flatMap((w) => w.said)
    .filter((said) =>
      forms.some(
        (f) => spaced(fold(said)).includes(spaced(fold(f.said))) && !spaced(said).includes(spaced(f.said)),
      ),
    )
    .map((said) => ({ form: undefined, said }));
  return [...forms, ...alike]
    .map(({ form, said }) => ({ form, said: spaced(fold(said)) }))
    .sort((a, b) => b.said.length - a.said.length);
});

/** The form of organisation a message names, if it names exactly one. */
export function formIn(message: string, words: Words): Form | undefined {
  let rest = ` ${withoutSigns(fold(message))} `;
  const named = new Set<Form>();
  for (const { form, said } of formPhrases(words)) {
    if (!rest.includes(said)) continue;
    if (form) named.add(form);
    rest = rest.replaceAll(said, ' · ');
  }
  return named.size === 1 ? [...named][0] : undefined;
}
