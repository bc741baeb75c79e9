// "Luật htx điều mấy nói về tổ hợp tác", "nghị định 113 nói gì về đi học": the card on that matter among those that stand on the text named.
import type { Knowledge } from '../../knowledge/knowledge.ts';
import { clean, foldInPlace, plainWords } from '../../language/fold.ts';
import { textKinds } from '../../language/text-kinds.ts';
import type { Context, Draft } from '../context.ts';
import { behind } from '../state.ts';
import { bandOf } from '../understand/bands.ts';
import { splitQuestions } from '../understand/two-questions/split.ts';
import { answerCard, answerLikely } from './answer-card.ts';
import { namesText, textsMeant } from './article-asked.ts';

/** Undefined where no text or no matter is named, no card is likely, or two things are asked. */
export function ofTextAsked(context: Context, text: string, day: string): Draft | undefined {
  const { knowledge } = context.world;
  if (!namesText(knowledge, text)) return undefined;
  const matter = matterOf(knowledge, text);
  if (!matter || splitQuestions(knowledge, text, behind(context.state))?.length === 2) return undefined;
  const texts = textsMeant(context, text);
  const onIt = new Set(
    [...knowledge.provisions.values()].filter((p) => texts.has(p.document)).map((p) => p.id),
  );
  const stands = (id: string): boolean =>
    knowledge.cards.get(id)?.cites.some((cited) => onIt.has(cited)) === true;
  const band = bandOf(
    knowledge,
    knowledge.search.rank(matter).filter((h) => stands(h.id)),
  );
  if (band.kind === 'card') return answerCard(context, band.card.id, day);
  return band.kind === 'likely' ? answerLikely(context, text, band, day) : undefined;
}

/** What is asked after, without the text's name and the words that ask; undefined where it does not ask what a text says. */
function matterOf(knowledge: Knowledge, text: string): string | undefined {
  const typed = clean(text);
  const folded = foldInPlace(typed);
  const asks = knowledge.words.asks_source.of_text
    .map(plainWords)
    .sort((a, b) => b.length - a.length)
    .find((w) => new RegExp(`(?<![a-z\\d])${w}(?![a-z\\d])`).test(folded));
  if (!asks) return undefined;
  let left = typed;
  for (const part of [name, new RegExp(`(?<![a-z\\d])${asks}(?![a-z\\d])`, 'g'), telling])
    left = without(left, part);
  return plainWords(left) === '' ? undefined : left.trim();
}
const name = new RegExp(
  `\\b(?:${textKinds})\\b(?:\\s+(?:hop tac xa|htx))?(?:\\s+(?:so|nam))?(?:\\s+\\d+(?:/\\d+)?(?:/[a-z-]+\\d*)?)?(?:\\s+(?:nam\\s+)?(?:19|20)\\d\\d)?`,
  'g',
);
const telling = /\b(?:noi|ghi|quy dinh|viet)(?:\s+(?:ve|la))?\b/g;

function without(text: string, part: RegExp): string {
  const spans = [...foldInPlace(text).matchAll(part)];
  return spans.reduceRight((t, m) => `${t.slice(0, m.index)} ${t.slice(m.index + m[0].length)}`, text);
}
