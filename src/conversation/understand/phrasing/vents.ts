// "Tức lắm", "bực mình quá đi": nothing but that somebody is angry or down.
import type { Knowledge } from '../../../knowledge/knowledge.ts';
import { onceFor } from '../../../knowledge/once.ts';
import { fold, syllables } from '../../../language/fold.ts';
import { wordAgrees } from '../../../language/marks-agree.ts';

type Word = { spelt: string; bare: string };

/** By the first word without its marks, the longest first. */
const feelingsOf = onceFor((knowledge: Knowledge): ReadonlyMap<string, readonly (readonly Word[])[]> => {
  const all = knowledge.words.feelings
    .map((said) => said.split(' ').map((spelt): Word => ({ spelt, bare: fold(spelt) })))
    .sort((a, b) => b.length - a.length);
  return Map.groupBy(all, ([first]) => first?.bare ?? '');
});

/** Every word is one of feeling, in its own marks, or only leans on one. */
export function ventsOnly(knowledge: Knowledge, message: string): boolean {
  if (message.includes('?')) return false;
  const words =
    message
      .normalize('NFC')
      .toLowerCase()
      .match(/[\p{L}\p{M}]+/gu) ?? [];
  const feelings = feelingsOf(knowledge);
  let feels = false;
  for (let at = 0; at < words.length; ) {
    const first = fold(words[at] ?? '');
    const said = feelings.get(first)?.find((f) => f.every((word, i) => isWord(words[at + i], word)));
    if (!said && !around.has(first)) return false;
    feels ||= said !== undefined;
    at += said?.length ?? 1;
  }
  return (
    feels &&
    syllables(message).length === words.length &&
    (words.length > 1 || words[0] !== fold(words[0] ?? ''))
  );
}

const isWord = (typed: string | undefined, { spelt, bare }: Word): boolean =>
  typed !== undefined && fold(typed) === bare && wordAgrees(typed, spelt);
const around = new Set(
  `toi em e minh tui tao chau bac anh chi co chu ong ba thay cam that rat lam qua the di thoi roi a oi troi day nay ay ma
  may can bo phuong xa uy ban nuoc bon va hoi muon chet ghe kinh khung vl luon bot ad nha nhe vay ca nguoi`.split(
    /\s+/,
  ),
);
