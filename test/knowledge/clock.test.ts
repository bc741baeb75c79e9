// The validity firewall on every pack: the clock is moved to the day before, on and after every date a document or clause has, and the reply is read as a person reads it. The table comes from the curators' files, so a new document needs no new test.
import { describe, expect, test } from 'vitest';
import { plainText, type Reply } from '../../src/conversation/message.ts';
import { answerReply, outcomeOf, quoteReply } from '../../src/conversation/replies/answer.ts';
import { type Answer, answerWith } from '../../src/knowledge/answer.ts';
import type { Citation } from '../../src/knowledge/citations.ts';
import type { Document } from '../../src/knowledge/schema/document.ts';
import type { Provision } from '../../src/knowledge/schema/provision.ts';
import { standingOf } from '../../src/knowledge/validity.ts';
import { sayDate } from '../../src/language/dates.ts';
import { packs } from '../support/packs.ts';

const shift = (day: string, by: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + by * 86_400_000).toISOString().slice(0, 10);

/** A plain second reading of the dates, kept apart from the program's own. */
type Reading = 'before' | 'holds' | 'over' | 'undated';
function readDates(d: Document, p: Pick<Provision, 'from' | 'until'>, day: string): Reading {
  const starts = p.from ?? d.in_force_from ?? d.period_from ?? d.issued;
  const ends = [p.until, d.ended_on, d.period_until].filter((x) => x !== undefined).sort()[0];
  if (starts && day < starts) return 'before';
  if (ends && day > ends) return 'over';
  return starts || ends ? 'holds' : 'undated';
}

type Bound = { document: Document; what: string; day: string };

describe.each(packs)('$name', ({ name, knowledge, published }) => {
  const bounds: Bound[] = [...knowledge.documents.values()].flatMap((document) => {
    const own = [...knowledge.provisions.values()].filter((p) => p.document === document.id);
    const dates: [string, string | undefined][] = [
      ['issued', document.issued],
      ['in force', document.in_force_from],
      ['period from', document.period_from],
      ['period until', document.period_until],
      ['ended', document.ended_on],
      ...own.flatMap((p): [string, string | undefined][] => [
        [`${p.id} from`, p.from],
        [`${p.id} until`, p.until],
      ]),
    ];
    return dates.flatMap(([what, day]) => (day ? [{ document, what, day }] : []));
  });
  const moments = [...new Set(bounds.flatMap((b) => [shift(b.day, -1), b.day, shift(b.day, 1)]))].sort();
  const restingOn = (document: Document) =>
    published.filter((c) => c.cites.some((id) => knowledge.provisions.get(id)?.document === document.id));

  function replyOn(cardId: string, day: string, today: string): { answer: Answer; reply: Reply } {
    const answer = answerWith(knowledge, cardId, day);
    if (!answer) throw new Error(`no card ${cardId}`);
    return { answer, reply: answerReply(knowledge, answer, today) };
  }
  const warningsOf = (reply: Reply): string[] =>
    reply.blocks.filter((b) => b.kind === 'warn').map((b) => b.text);
  const readingOf = (c: Citation, day: string): Reading => readDates(c.document, c.provision, day);

  /** What the person must find, from the plain reading alone. */
  function faultsOf(cardId: string, day: string): string[] {
    const { answer, reply } = replyOn(cardId, day, day);
    const faults: string[] = [];
    const wrong = (what: string) => faults.push(`${day} ${cardId}: ${what}\n${plainText(reply)}`);
    const readings = answer.citations.map((c) => readingOf(c, day));
    const dated = readings.filter((r) => r !== 'undated');
    const warnings = warningsOf(reply);
    const all = (r: Reading): boolean => dated.length > 0 && dated.every((x) => x === r);
    const first = reply.blocks[0];
    if (dated.every((r) => r === 'holds') && warnings.length > 0) wrong('a rule in force is warned about');
    if ((all('over') || all('before')) && outcomeOf(answer) !== 'out_of_date') wrong('speaks as current');
    if (dated.some((r) => r !== 'holds') && first?.kind !== 'warn') wrong('the warning does not come first');
    if (all('before') && !/mới áp dụng|mới ban hành/.test(warnings.join())) wrong('does not say from when');
    if (all('over')) {
      const told = answer.citations.some((c) => {
        if (readingOf(c, day) !== 'over') return false;
        const by = knowledge.documents.get(c.document.replaced_by ?? '');
        if (by) return warnings.join().includes(by.short) && /sau đó có .* thay/.test(warnings.join());
        const until = c.provision.until ?? c.document.ended_on;
        if (until) return warnings.join().includes(sayDate(until));
        return /giai đoạn .*đã qua\. Văn bản sau đó tôi chưa có/.test(warnings.join());
      });
      if (!told) wrong('does not say until when, or what came after');
    }
    if (answer.validity === 'in_force') {
      for (const c of answer.citations.filter((c) => ['over', 'before'].includes(readingOf(c, day))))
        if (!warnings.some((w) => w.includes(c.document.short))) wrong(`does not name ${c.document.short}`);
    }
    if (/hết hiệu lực/.test(warnings.join())) wrong('calls a rule repealed');
    return faults;
  }

  test('every document with a date is on the table', () => {
    const dated = [...knowledge.documents.values()].filter(
      (d) => d.issued || d.in_force_from || d.period_from || d.period_until || d.ended_on,
    );
    expect(new Set(bounds.map((b) => b.document.id)).size).toBe(dated.length);
    console.log(
      `clock of ${name}: ${dated.length} documents, ${bounds.length} dates, ${moments.length} days, ${published.length} cards`,
    );
  });

  describe.each(bounds.map((b) => [`${b.document.short}, ${b.what} ${b.day}`, b] as const))(
    '%s',
    (_, bound) => {
      test('reads right the day before, on and after, and so do the cards that rest on it', () => {
        for (const day of [shift(bound.day, -1), bound.day, shift(bound.day, 1)]) {
          const standing = standingOf({}, bound.document, day).validity;
          const word = { before: 'not_yet', holds: 'in_force', over: 'ended', undated: 'unknown' } as const;
          expect(standing).toBe(word[readDates(bound.document, {}, day)]);
          expect(restingOn(bound.document).flatMap((c) => faultsOf(c.id, day))).toEqual([]);
        }
      });
    },
  );

  test('asked later about an earlier day, the day is said first; the quotes say it too', () => {
    const today = shift(moments.at(-1) ?? '', 400);
    for (const day of [moments[5], moments.at(-2)].flatMap((d) => d ?? [])) {
      for (const card of published.filter((c) => c.cites.length > 0)) {
        expect(replyOn(card.id, day, today).reply.blocks[0]?.text).toContain(sayDate(day));
        expect(
          quoteReply(knowledge, answerWith(knowledge, card.id, day)?.citations ?? [], day, today)?.blocks[0]
            ?.text,
        ).toContain(sayDate(day));
      }
    }
  });

  describe('an earlier law and the one after it', () => {
    const pairs = published.flatMap((c) => (c.earlier ? [[c.earlier, c.id] as const] : []));
    test('there are such cards', () => expect(pairs.length).toBeGreaterThan(0));
    test.each(pairs)('%s, then %s, whichever is asked', (earlier, later) => {
      const changes = (knowledge.cards.get(later)?.cites ?? []).flatMap((id) => {
        const p = knowledge.provisions.get(id);
        return p?.from ?? knowledge.documents.get(p?.document ?? '')?.in_force_from ?? [];
      });
      const change = changes.sort()[0] ?? '';
      for (const asked of [earlier, later]) {
        expect(answerWith(knowledge, asked, shift(change, -1))?.card.id).toBe(earlier);
        expect(answerWith(knowledge, asked, change)?.card.id).toBe(later);
      }
    });
  });
});
