// Tells a message in English from Vietnamese typed without marks: by common English words, one of them at least no Vietnamese syllable.
import { syllables } from './fold.ts';

const english = new Set(
  'what how many much when where which who why is are was were do does did have has need needs the of for with from about start starting join member members cooperative cooperatives group support money loan register registration please hello weather can you your want know help farmer farmers law government people person document documents paper papers apply application fee free any there here should must new coop coops our we us set form create open required requirement requirements office village year years machine machines explain difference between policy policies still get give gives tell different these this that will would could minimum least english speak'.split(
    ' ',
  ),
);

/** Typed without marks also thế, cần, đó, thật, sét: "the khac the nao". */
const vietnameseToo = new Set('the can do that set'.split(' '));

export function isEnglish(text: string): boolean {
  if (/[À-ỹđĐ]/u.test(text.normalize('NFC'))) return false;
  const words = syllables(text);
  const hits = words.filter((w) => english.has(w));
  const surely = hits.some((w) => !vietnameseToo.has(w));
  return surely && words.length >= 3 && hits.length >= 2 && hits.length / words.length >= 0.34;
}

/** Whether an English message is about what this service is for. */
export function isAboutCooperatives(text: string): boolean {
  return /co-?op|cooperative|farmer|collective/i.test(text);
}
