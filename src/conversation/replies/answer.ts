// Says an answer: first whether it is still the rule, then the one sentence, the details, what to do, and on what it rests.
import { type Answer, answerWith } from '../../knowledge/answer.ts';
import { sayCitations } from '../../knowledge/citations.ts';
import type { Knowledge } from '../../knowledge/knowledge.ts';
import type { Card } from '../../knowledge/schema.ts';
import { say } from '../../knowledge/wording.ts';
import { sayDate } from '../../language/dates.ts';
import type { Block, Choice, Reply } from '../message.ts';
import type { Outcome } from '../outcome.ts';

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
      ...bodyBlocks(answer),
      ...sourceBlocks(knowledge, answer),
    ],
    choices: choicesUnder(knowledge, answer),
  };
}

/** The firewall in words: what stands before the answer when its law is over, to come, or asked for another day. */
function standingBlocks(knowledge: Knowledge, answer: Answer, today: string): Block[] {
  const w = knowledge.wording;
  const blocks: Block[] = [];
  if (answer.day !== today)
    blocks.push({ kind: 'note', text: say(w, 'as_of', { date: sayDate(answer.day) }) });
  const because = answer.because;
  if (because?.validity === 'not_yet') {
    blocks.push({ kind: 'warn', text: say(w, 'not_yet', { from: sayDate(because.from) }) });
  }
  if (because?.validity === 'ended') {
    const by = because.replacedBy && knowledge.documents.get(because.replacedBy)?.short;
    if (by)
      blocks.push({ kind: 'warn', text: say(w, 'ended_replaced', { until: sayDate(because.until), by }) });
    else if (because.because === 'period') {
      blocks.push({
        kind: 'warn',
        text: say(w, 'ended_period', { period: because.period ?? sayDate(because.until) }),
      });
    } else blocks.push({ kind: 'warn', text: say(w, 'ended_plain', { until: sayDate(because.until) }) });
  }
  const over = answer.partly.find((c) => c.standing.validity === 'ended');
  if (over?.standing.validity === 'ended') {
    const period =
      over.standing.because === 'period'
        ? `giai đoạn ${over.standing.period}`
        : `đến ${sayDate(over.standing.until)}`;
    blocks.push({ kind: 'warn', text: say(w, 'partly_ended', { document: over.document.short, period }) });
  }
  return blocks;
}

function bodyBlocks(answer: Answer): Block[] {
  return [
    { kind: 'strong', text: answer.answer },
    ...answer.details.map((text): Block => ({ kind: 'detail', text })),
    ...(answer.next ? [{ kind: 'say' as const, text: answer.next }] : []),
  ];
}

function sourceBlocks(knowledge: Knowledge, answer: Answer): Block[] {
  const w = knowledge.wording;
  if (answer.citations.length === 0) return [];
  const list = sayCitations(answer.citations).join('; ');
  const summary = answer.citations.every((c) => c.provision.summary) ? ` ${say(w, 'cites_summary')}` : '';
  const undated =
    answer.validity === 'unknown' && answer.citations.some((c) => c.document.issuer !== 'nguồn tin');
  return [
    { kind: 'note', text: `${say(w, 'cites', { list })}${summary}` },
    ...(undated ? [{ kind: 'note' as const, text: say(w, 'unknown_date') }] : []),
    ...(outcomeOf(answer) === 'out_of_date' ? [{ kind: 'say' as const, text: say(w, 'interest_open') }] : []),
  ];
}

function choicesUnder(knowledge: Knowledge, answer: Answer): Choice[] {
  const w = knowledge.wording;
  const card = answer.card;
  const choices: Choice[] = [];
  if (card.known === false) {
    return [
      { id: 'do:later', label: say(w, 'label_later') },
      { id: 'do:staff', label: say(w, 'label_staff') },
    ];
  }
  if (answer.citations.length > 0) choices.push({ id: `quote:${card.id}`, label: say(w, 'label_quote') });
  choices.push(...relatedChoices(knowledge, card));
  if (card.action === 'staff') choices.push({ id: 'do:staff', label: say(w, 'label_staff') });
  else choices.push({ id: 'do:register', label: say(w, 'label_register') });
  return choices;
}

function relatedChoices(knowledge: Knowledge, card: Card): Choice[] {
  return card.related
    .flatMap((id) => knowledge.cards.get(id) ?? [])
    .filter((c) => c.status === 'published' && cardChoice(c).id.length <= 60)
    .slice(0, mostRelated)
    .map(cardChoice);
}

export function cardChoice(card: Card): Choice {
  return { id: `card:${card.id}`, label: card.title };
}

/** The words of the clauses, one tap away; what was only read from a summary is said to be so. */
export function quoteReply(knowledge: Knowledge, cardId: string, day: string): Reply | undefined {
  const w = knowledge.wording;
  const answer = answerWith(knowledge, cardId, day);
  if (!answer || answer.citations.length === 0) return undefined;
  const blocks = answer.citations.slice(0, 8).flatMap((c): Block[] => {
    const place = sayCitations([c])[0] ?? c.document.short;
    const source: Block = { kind: 'note', text: say(w, 'read_from', { source: c.provision.source }) };
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
  return { blocks, choices: [{ id: 'do:staff', label: say(w, 'label_staff') }] };
}
