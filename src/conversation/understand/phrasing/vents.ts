// "Tức lắm", "bực mình quá đi": nothing but that somebody is angry or down.
import type { Knowledge } from '../../../knowledge/knowledge.ts';
import { onceFor } from '../../../knowledge/once.ts';
import { fold, syllables } from '../../../language/fold.ts';
import { wordAgrees } from '../../../language/marks-agree.ts';

const feelingsOf = onceFor((knowledge: Knowledge): readonly (readonly string[])[] =>
  knowledge.words.feelings.map((said) => said.split(' ')).sort((a, b) => b.length - a.length),
);

/** Every word is one of feeling, in its own marks, or only leans on one. */
export function ventsOnly(knowledge: Knowledge, message: string): boolean {
  if (message.includes('?')) return false;
  const words =
    message
      .normalize('NFC')
      .toLowerCase()
      .match(/[\p{L}\p{M}]+/gu) ?? [];
  let feels = false;
  for (let at = 0; at < words.length; ) {
    const said = feelingsOf(knowledge).find((f) => f.every((spelt, i) => isWord(words[at + i], spelt)));
    if (!said && !around.has(fold(words[at] ?? ''))) return false;
    feels ||= said !== undefined;
    at += said?.length ?? 1;
  }
  return (
    feels &&
    syllables(message).length === words.length &&
    (words.length > 1 || words[0] !== fold(words[0] ?? ''))
  );
}

const isWord = (typed: string | undefined, spelt: string): boolean =>
  typed !== undefined && fold(typed) === fold(spelt) && wordAgrees(typed, spelt);
const around = new Set(
  `toi em e minh tui tao chau bac anh chi co chu ong ba thay cam that rat lam qua the di thoi roi a oi troi day nay ay ma
  may can bo phuong xa uy ban nuoc bon va hoi muon chet ghe kinh khung vl luon bot ad nha nhe vay ca nguoi`.split(
    /\s+/,
  ),
);
