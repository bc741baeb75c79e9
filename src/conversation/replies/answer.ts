// Says an answer: first whether it is still the rule, then the one sentence, the details, what to do, and on what it rests.
import { type Answer, answerWith } from '../../knowledge/answer.ts';
import { type Citation, sayCitations } from '../../knowledge/citations.ts';
import type { Knowledge } from '../../knowledge/knowledge.ts';
import { linesOf } from '../../knowledge/said.ts';
import type { Card } from '../../knowledge/schema/card.ts';
import type { Provision } from '../../knowledge/schema/provision.ts';
import { say } from '../../knowledge/wording.ts';
import type { Block, Choice, Reply } from '../message.ts';
import type { Outcome } from '../outcome.ts';
import { cardChoice, laterChoices, registerChoice, staffChoice } from './choices.ts';
import { dayAsked, sayReported, standingBlocks, withMark } from './standing.ts';

const mostRelated = 2;

/** How a turn that shows this answer ends. A card that says "not known" is `no_answer`. */
export function outcomeOf(answer: Answer): Outcome {
  if (answer.card.known === false) return 'no_answer';
  return answer.validity === 'ended' || answer.validity === 'not_yet' ? 'out_of_date' : 'answered';
}

/** `asked` is the day the person asked about; `today` decides whether that must be said. */
export function answerReply(knowledge: Knowledge, answer: Answer, today: string): Reply {
  return {
    blocks: [
      ...standingBlocks(knowledge, answer, today),
      ...bodyBlocks(answer, today),
      ...sourceBlocks(knowledge, answer),
    ],
    choices: choicesUnder(knowledge, answer),
  };
}

/** Of a rule that came only after the day asked about no more than its sentence is said: its figures are not that day's. */
function bodyBlocks(answer: Answer, today: string): Block[] {
  if (answer.validity === 'not_yet' && answer.day < today)
    return [{ kind: 'strong', text: withMark(answer, answer.answer) }];
  return [
    { kind: 'strong', text: withMark(answer, answer.answer) },
    ...answer.details.map((text): Block => ({ kind: 'detail', text: withMark(answer, text) })),
    ...(answer.next ? [{ kind: 'say' as const, text: withMark(answer, answer.next) }] : []),
  ];
}

function sourceBlocks(knowledge: Knowledge, answer: Answer): Block[] {
  const w = knowledge.wording;
  if (answer.citations.length === 0) return [];
  const list = sayCitations(answer.citations).join('; ');
  const summary =
    answer.summarised === 'none'
      ? ''
      : ` ${say(w, answer.summarised === 'wholly' ? 'cites_summary' : 'cites_partly_summary')}`;
  const undated = undatedTexts(answer).join(', ');
  return [
    { kind: 'note', text: `${say(w, 'cites', { list })}${summary}` },
    ...(undated ? [{ kind: 'note' as const, text: say(w, 'unknown_date', { documents: undated }) }] : []),
    ...(answer.validity === 'ended' ? [{ kind: 'say' as const, text: say(w, 'interest_open') }] : []),
  ];
}

/** Texts of law that speak here though the day they came into force was never read. News and reports are no law. */
function undatedTexts(answer: Answer): string[] {
  const undated = answer.citations.filter(
    ({ document, standing }) =>
      document.issuer !== 'nguồn tin' &&
      (standing.validity === 'unknown' ||
        (standing.validity === 'in_force' && !standing.from && !standing.period)),
  );
  return [...new Set(undated.map((c) => c.document.short))];
}

function choicesUnder(knowledge: Knowledge, answer: Answer): Choice[] {
  const w = knowledge.wording;
  const card = answer.card;
  const choices: Choice[] = [];
  if (card.known === false) return laterChoices(knowledge);
  if (answer.citations.length > 0) choices.push({ id: `quote:${card.id}`, label: say(w, 'label_quote') });
  choices.push(...relatedCards(knowledge, card).map(cardChoice));
  choices.push(card.action === 'staff' ? staffChoice(knowledge) : registerChoice(knowledge));
  return choices;
}

/** The first few. */
export function relatedCards(knowledge: Knowledge, card: Card): Card[] {
  return card.related
    .flatMap((id) => knowledge.cards.get(id) ?? [])
    .filter((c) => cardChoice(c).id.length <= 60)
    .slice(0, mostRelated);
}

/** A card's sentence, or another of its lines (`linesOf`), behind its title, with the texts it stands on; none where its standing takes more words than that: a period over, a text that changed, another day than today. */
export function gistBlock(
  knowledge: Knowledge,
  cardId: string,
  day: string,
  today: string,
  lineNumber = 0,
): Block | undefined {
  const answer = answerWith(knowledge, cardId, day);
  if (!answer) return undefined;
  const reported = sayReported(knowledge, answer);
  if (standingBlocks(knowledge, answer, today).some((b) => b.text !== reported)) return undefined;
  const texts = [...new Set(answer.citations.map((c) => c.document.short))].slice(0, mostTexts).join(', ');
  const key = texts === '' ? 'gist' : reported ? 'gist_reported' : 'gist_from';
  const said = linesOf(answer)[answer.card.id === cardId ? lineNumber : 0] ?? answer.answer;
  const values = { title: answer.card.title, answer: withMark(answer, said), texts };
  return { kind: 'detail', text: say(knowledge.wording, key, values) };
}
const mostTexts = 2;

/** The words of clauses; what was only read from a summary is said to be so. Undefined where there are none. */
export function quoteReply(
  knowledge: Knowledge,
  citations: readonly Citation[],
  day: string,
  today: string,
): Reply | undefined {
  const w = knowledge.wording;
  if (citations.length === 0) return undefined;
  const blocks = citations.slice(0, mostQuoted).flatMap((c): Block[] => {
    const place = sayCitations([c])[0] ?? c.document.short;
    const source: Block = { kind: 'note', text: readFrom(knowledge, c.provision) };
    if (c.provision.summary) {
      return [
        { kind: 'say', text: `${place}: ${c.provision.words}` },
        { kind: 'note', text: say(w, 'no_quote') },
        source,
      ];
    }
    return [
      { kind: 'say', text: say(w, 'quote_intro', { place }) },
      { kind: 'quote', text: c.provision.words },
      source,
    ];
  });
  return {
    blocks: [...dayAsked(knowledge, day, today), ...blocks],
    choices: [staffChoice(knowledge)],
  };
}

const mostQuoted = 8;

/** "Đọc từ Bộ pháp điển (bản chép), đọc ở hai nguồn." */
function readFrom(
  { wording }: Pick<Knowledge, 'wording'>,
  { source, confidence }: Pick<Provision, 'source' | 'confidence'>,
): string {
  const sources = say(wording, confidence === 'two-sources' ? 'two_sources' : 'one_source');
  return say(wording, 'read_from', { source, sources });
}
