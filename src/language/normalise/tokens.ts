// Cuts a message into folded tokens: words and numbers apart, "nq06/2021" → nq · 6 · 2021, so that each can be looked up alone.
import { clean, fold } from '../fold.ts';
import { aTurn, commonWords, remembered } from '../remembered.ts';
import { tellLand } from './land.ts';

/** Tones and shapes typed with digits (VNI): "ta1c", "d9u7o7c", "the61". A trailing year or number is not one. */
const vni = /^(?=.*[aeiouy])[a-z]+(?:\d{1,2}[a-z]*)+$/;
const plain = /\d+(?:[.,]\d+)*|\p{L}+|\p{Extended_Pictographic}/gu;

/** The folded tokens of a text, in order. Numbers lose thousand dots and leading noughts. */
export const tokensOf = remembered((text): readonly string[] => {
  const out: string[] = [];
  for (const chunk of tellLand(clean(text)).split(between))
    for (const piece of piecesOf(chunk)) out.push(piece);
  return out;
}, aTurn);
const between = /[\s"“”()[\]{}<>«»]+/u;

/** Everybody types the same few thousand words. */
const piecesOf = remembered((chunk: string): readonly string[] => {
  const folded = fold(chunk);
  const bare = folded.replace(/^[^\p{L}\d]+|[^\p{L}\d]+$/gu, '');
  if (vni.test(bare) && isShaped(bare.replace(/\d/g, ''))) return [bare.replace(/\d/g, '')];
  return [...folded.matchAll(plain)].map(([piece]) => (/^\d/.test(piece) ? number(piece) : piece));
}, commonWords);

function number(piece: string): string {
  const whole = /^\d{1,3}(?:\.\d{3})+$/.test(piece) ? piece.replaceAll('.', '') : piece;
  return whole.replace(/^0+(?=\d)/, '');
}

const onset = '(?:ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdghklmnpqrstvx])?';
const rime =
  '(?:[aeiouy]|ai|ao|au|ay|eo|eu|ia|iu|ie|oa|oe|oi|ua|ue|ui|uo|uu|uy|oai|oay|oeo|uai|uay|uoi|uou|uya|uyu|ieu|yeu|uao)' +
  '(?:ch|ng|nh|[cmnpt])?';
const shape = new RegExp(`^${onset}${rime}$`);

/** Whether folded letters could be one Vietnamese syllable. */
export function isShaped(word: string): boolean {
  return word.length <= 7 && shape.test(word);
}
