// The validity firewall in words: what stands before an answer, and behind its sentences, when its law is over, to come, or of another day.
import { type Answer, answerWith } from '../../knowledge/answer.ts';
import { type Citation, citationsOf, sayStanding } from '../../knowledge/citations.ts';
import type { Knowledge } from '../../knowledge/knowledge.ts';
import type { Document } from '../../knowledge/schema/document.ts';
import { type Standing, standingOf, successorsOf } from '../../knowledge/validity.ts';
import { say } from '../../knowledge/wording.ts';
import { datesIn, sayDate, sayDay } from '../../language/dates.ts';
import type { Block } from '../message.ts';

export function standingBlocks(knowledge: Knowledge, answer: Answer, today: string): Block[] {
  const warnings = [
    answer.because && sayWhole(knowledge, answer.because, answer.day, today),
    ...sayParts(knowledge, answer),
    sayReported(knowledge, answer),
    sayChangedSince(knowledge, answer, today),
  ];
  return [
    ...dayAsked(knowledge, answer.day, today),
    ...askedEarlier(knowledge, answer),
    ...warnings.flatMap((text): Block[] => (text ? [{ kind: 'warn', text }] : [])),
  ];
}

/** Asked by the rule that was ("nghị quyết 11"), answered by the one that holds: which text is over is said, so that nobody mixes them up. */
function askedEarlier(knowledge: Knowledge, answer: Answer): Block[] {
  const ended = citationsOf(knowledge, answer.insteadOf?.cites ?? [], answer.day).flatMap((c) =>
    c.standing.validity === 'ended' ? [{ text: c.document.short, until: c.standing.until }] : [],
  );
  const last = ended.at(-1);
  if (!last) return [];
  const documents = [...new Set(ended.map((e) => e.text))].join(', ');
  return [
    {
      kind: 'note',
      text: say(knowledge.wording, 'asked_earlier', { documents, until: sayDate(last.until) }),
    },
  ];
}

/** A newer text that was heard of but never read where it may be quoted from: the answer may be over, and that is said. */
export function sayReported({ wording }: Knowledge, answer: Answer): string | undefined {
  const reported = answer.citations.flatMap(({ document }) =>
    document.reported && document.reported.from <= answer.day ? [document.reported.text] : [],
  );
  const text = [...new Set(reported)].join('; ');
  return text === '' ? undefined : say(wording, 'reported', { text });
}

/** An answer for an earlier day must not be taken for today's: what has ended since is said. */
function sayChangedSince(knowledge: Knowledge, answer: Answer, today: string): string | undefined {
  if (answer.day >= today || answer.because?.validity === 'ended') return undefined;
  const now = answerWith(knowledge, answer.card.id, today);
  if (!now) return undefined;
  if (now.card !== answer.card) return say(knowledge.wording, 'as_of_changed', { title: now.card.title });
  return now.because && sayWhole(knowledge, now.because, today, today);
}

/** "Bạn hỏi về ngày …": said whenever it is not today that was asked about. */
export function dayAsked(knowledge: Knowledge, day: string, today: string): Block[] {
  if (day === today) return [];
  const key = day < today ? 'as_of' : 'as_of_future';
  return [{ kind: 'note', text: say(knowledge.wording, key, { when: sayDay(day) }) }];
}

/** A sentence that stands only on a clause that is over or to come carries the same brackets as that clause's text. */
export function withMark(answer: Answer, sentence: string): string {
  const by = answer.lines.get(sentence);
  return by ? `${sentence}${sayStanding(by.standing)}` : sentence;
}

/** Of a period that is over, where a day behind it is told: "htx tôi lập tháng 8/2026". */
export function afterPeriod(knowledge: Knowledge, { because }: Answer, message: string): string | undefined {
  if (because?.validity !== 'ended' || because.because !== 'period' || !because.period) return undefined;
  const { until, period } = because;
  const late = datesIn(message).find(
    ({ year, month = 1 }) => `${year}-${String(month).padStart(2, '0')}-01` > until,
  );
  if (!late) return undefined;
  const when = late.month === undefined ? `Năm ${late.year}` : `Tháng ${late.month}/${late.year}`;
  return say(knowledge.wording, 'after_period', { when, period });
}

function sayWhole(knowledge: Knowledge, standing: Standing, day: string, today: string): string | undefined {
  const w = knowledge.wording;
  if (standing.validity === 'not_yet' && standing.known === 'start' && day < today)
    return say(w, 'not_then', { from: sayDate(standing.from) });
  if (standing.validity === 'not_yet')
    return say(w, standing.known === 'start' ? 'not_yet' : 'not_yet_issued', {
      from: sayDate(standing.from),
    });
  if (standing.validity !== 'ended') return undefined;
  const until = sayDate(standing.until);
  const by = successorsOf(knowledge.documents, standing.replacedBy, day);
  if (by.length > 0) {
    const over = standingOf({}, by.at(-1) as Document, day).validity === 'ended';
    return say(w, over ? 'ended_replaced_over' : 'ended_replaced', { until, by: inTurn(by, day) });
  }
  return standing.because === 'period'
    ? say(w, 'ended_period', { period: standing.period ?? until })
    : say(w, 'ended_plain', { until });
}

/** "A, rồi B": each text that came in the place of the one before. */
const inTurn = (documents: readonly Document[], day: string): string =>
  documents
    .map((d) => {
      const standing = standingOf({}, d, day);
      return `${d.short}${standing.validity === 'not_yet' ? sayStanding(standing) : ''}`;
    })
    .join(', rồi ');

/** One warning for each text that part of the answer rests on: which sentence it is, or else what its clause says. */
function sayParts(knowledge: Knowledge, answer: Answer): string[] {
  const w = knowledge.wording;
  const byText = Map.groupBy(answer.partly, (c) => `${c.document.id}${sayStanding(c.standing)}`);
  return [...byText.values()].map((clauses) => {
    const first = clauses[0] as Citation;
    const document = first.document.short;
    const marked = [...answer.lines.values()].some((c) => clauses.includes(c));
    const part = marked
      ? say(w, 'part_marked', { mark: sayStanding(first.standing).trim() })
      : say(w, 'part_quoted', {
          words: shortened((clauses.find((c) => !c.provision.summary) ?? first).provision.words),
        });
    const values = { document, part, standing: sayStanding(first.standing).trim() };
    if (first.standing.validity !== 'ended') return say(w, 'partly_not_yet', values);
    const by = successorsOf(knowledge.documents, first.standing.replacedBy, answer.day);
    return by.length > 0
      ? say(w, 'partly_replaced', { ...values, by: inTurn(by, answer.day) })
      : say(w, 'partly_ended', values);
  });
}

const mostQuoted = 140;

function shortened(words: string): string {
  if (words.length <= mostQuoted) return words;
  return `${words.slice(0, words.lastIndexOf(' ', mostQuoted)).replace(/[,;:.…\s]+$/u, '')}…`;
}
