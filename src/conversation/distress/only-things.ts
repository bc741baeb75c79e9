// "Nhà tôi bị lũ cuốn mất 200 con gà, có được đền không": what was swept away are things alone, no person is told of, and none is in danger now.
import type { Knowledge } from '../../knowledge/knowledge.ts';
import { onceFor } from '../../knowledge/once.ts';
import { clean, foldInPlace } from '../../language/fold.ts';
import { type Names, namesIn, namesOf } from '../../language/places.ts';
import { writtenOut } from '../understand/phrasing/shorthand.ts';
import { tellsOfPeople, tellsOfRising } from './people-told.ts';

/** The message without the losses it tells; undefined where none is told, or people are spoken of besides. */
export function besidesThings(knowledge: Knowledge, message: string): string | undefined {
  const clauses = writtenOut(knowledge, clean(message)).split(/(?<=[,.;:!?\n])/u);
  const rest = clauses.map((clause) => withoutThings(knowledge, clause));
  if (rest.every((left, i) => left === clauses[i])) return undefined;
  const left = rest.join('');
  return tellsOfPeople(left) || tellsOfRising(left) ? undefined : left;
}

function withoutThings(knowledge: Knowledge, clause: string): string {
  const typed = masked(knowledge, clause);
  const folded = foldInPlace(typed);
  const found = takenBy.exec(folded) ?? takes.exec(folded);
  if (!found) return clause;
  return `${typed.slice(0, found.index)} ${typed.slice(found.index + found[0].length)}`;
}

/** Each thing as one sign, so that what stands around it can be read. */
function masked(knowledge: Knowledge, clause: string): string {
  const words = [...clause.matchAll(/[\p{L}\p{M}\d]+/gu)];
  const unmarked = clause.toLowerCase() === foldInPlace(clause).toLowerCase();
  let text = clause;
  for (const { name, at, length } of namesIn(clause, thingNames(knowledge)).toReversed()) {
    const [first, last] = [words[at], words[at + length - 1]];
    const before = foldInPlace(words[at - 1]?.[0] ?? '').toLowerCase();
    if (!first || !last || (unmarked && length === 1 && !isCounted(knowledge, name, before))) continue;
    text = `${text.slice(0, first.index)}*${text.slice(last.index + last[0].length)}`;
  }
  return text;
}
/** Bare letters of one syllable may be a person ("con be", "con trai", "ong") or no noun at all ("ca nha"): what they are counted by tells. */
const isCounted = ({ words: { animals } }: Knowledge, name: string, before: string): boolean =>
  animals.includes(name) ? counters.has(before) && !alsoPerson.has(foldInPlace(name)) : measures.has(before);
const counters = new Set('con dan bay'.split(' '));
const measures = new Set('sao ha mau tan ta yen bao goc vuon ruong'.split(' '));
const alsoPerson = new Set(['be', 'ong', 'cho', 'bo']);

const thingNames = onceFor(
  ({ words: { animals, belongings } }: Knowledge): Names =>
    namesOf([...animals, ...belongings].map((name) => ({ id: name, names: [name] }))),
);

const water = '(?:(?:nuoc|lu|lu quet|nuoc lu|nuoc suoi|nuoc ngoi|suoi|dat|da|bun|sat lo) )?';
const swept = '(?:cuon|troi|vui|lap|quet|nhan chim|lam (?:chet|troi|hong|ngap))';
const much =
  '(?:mat|troi|di|het|sach|chet|luon|ca|toan bo|nguyen|hon|gan|khoang|chung|[\\d.,]+|mot|hai|ba|bon|nam|sau|bay|tam|chin|muoi|chuc|tram|nghin|vai|may|con|dan|bay|cai|chiec|sao|ha|mau|m2|met|vuon|ruong|tan|ta|yen|kg|bao|goc|thua|chuong|long)';
const whose =
  '(?:(?:cua |nha |cua nha )(?:toi|em|minh|chau|bon toi|chung toi|hang xom|bac|chu|co|ong|ba|anh|chi|no|ho)|(?:cua|nha) hang xom)';
const things = `(?:(?:${much}|${whose}) )*\\*(?: (?:voi|va|lan|cung|cong|them)(?: (?:${much}|${whose}))* \\*)*`;
/** "Bị lũ cuốn mất 200 *": what is taken stands behind. */
const takes = new RegExp(`(?:\\b(?:bi|do) )?\\b${water}${swept} ${things}`, 'i');
/** "* nhà hàng xóm bị nước cuốn trôi": nothing but that thing stands before. */
const takenBy = new RegExp(
  `^\\s*(?:(?:a|da|oi|vay|the|con|ma) )*${things}(?: (?:${whose}|kia|ay|day|deu|cung|da|vua|hom qua|dem qua|sang nay|hom kia|tuan truoc))* (?:bi|do) ${water}${swept}(?: (?:${much}|roi|xuong (?:suoi|song|ngoi)))*\\s*[,.;:!?]?\\s*$`,
  'i',
);
