// Follow-ups without a language model: what the last answer was about fills what a short message leaves out.
import type { Knowledge } from '../../knowledge/knowledge.ts';
import type { Card, Form } from '../../knowledge/schema.ts';
import type { Topic } from '../state.ts';
import type { Ranked } from './bands.ts';
import { type Named, namedIn, subjectOf } from './named.ts';
import { worth } from './worth.ts';

const sayForm: Record<Form, string> = {
  tht: 'tổ hợp tác',
  htx: 'hợp tác xã',
  'lien-hiep': 'liên hiệp hợp tác xã',
};

/** Hits for a message, read with the topic of the talk as far as the message leans on it. */
export function rankInTopic(knowledge: Knowledge, message: string, topic: Topic): Ranked[] {
  const last = topic.card ? knowledge.cards.get(topic.card) : undefined;
  const named = namedIn(knowledge, message);
  if (!last)
    return knowledge.search.rank(topic.form && named.leans > 0.5 ? spoken(named, topic.form) : message);
  if (named.length > worth.longest) return knowledge.search.rank(message);
  const form = named.form ?? topic.form;
  const leans = leaning(named);
  const asTyped = knowledge.search.rank(message, 20);
  const inForm = leans > 0.5 ? knowledge.search.rank(spoken(named, form), 20) : [];
  const own = [...asTyped, ...inForm];
  const doubt = isWhole(knowledge, asTyped[0], inForm[0], named) ? 0 : worth.doubt;
  const about = leans < worth.alone ? [] : behind(knowledge, last, named);
  const agrees = agreement(knowledge, last, named);
  const near = [...knowledge.cards.values()]
    .filter((c) => c.status === 'published' && isNear(c, last, named))
    .map((c) => c.id);
  const hits = likelier(own, about, near, leans, doubt).map(({ id, score, alone }) => {
    const card = knowledge.cards.get(id);
    if (!card) return { id, score: alone, logit: logit(score) };
    const fits = fitting(card, form);
    return {
      id,
      score: moved(alone, fits),
      logit: logit(score) + fits + leans * (worth.inTalk + agrees(card)),
    };
  });
  return settled(hits, leans);
}

/** "Vay vốn thì sao" is a whole question however short: with the talk's form and without it surely means one card, of the aspect it names. */
function isWhole(
  knowledge: Knowledge,
  asTyped: Ranked | undefined,
  inForm: Ranked | undefined,
  named: Named,
): boolean {
  if (!asTyped || asTyped.id !== inForm?.id) return false;
  const card = knowledge.cards.get(asTyped.id);
  return (
    card !== undefined &&
    named.aspects.includes(card.aspect) &&
    Math.min(asTyped.score, inForm.score) >= worth.whole
  );
}

/** What the message means behind the subject of the last answer. */
function behind(knowledge: Knowledge, last: Card, named: Named): Ranked[] {
  const subject = subjectOf(knowledge, last.title, named);
  return knowledge.search.rank(`${subject} ${named.bare}`, 30).filter((h) => h.id !== last.id);
}

/** The longer a message the less it leans; a form and an aspect together make a whole question. */
function leaning({ leans, length, form, aspects }: Named): number {
  const short = Math.min(1, Math.max(0, (worth.longest - length) / (worth.longest - worth.brief)));
  return leans * short * (form && aspects.length > 0 ? 0.5 : 1);
}

/** What a leaning message says, with the form the talk is about. */
const spoken = (named: Named, form: Form | undefined): string =>
  form && !named.form ? `${named.bare} ${sayForm[form]}` : named.bare;

type Likely = { id: string; score: number; alone: number };

const isNear = (card: Card, last: Card, named: Named): boolean =>
  last.related.includes(card.id) || named.aspects.includes(card.aspect);

/** The message alone counts less, and read behind the last answer's subject more, the more it leans. */
function likelier(
  own: readonly Ranked[],
  about: readonly Ranked[],
  near: readonly string[],
  leans: number,
  doubt: number,
): Likely[] {
  const best = new Map<string, Likely>(near.map((id) => [id, { id, score: worth.near, alone: 0 }]));
  const put = (id: string, score: number, alone: number): void => {
    const before = best.get(id) ?? { id, score: 0, alone: 0 };
    best.set(id, { id, score: Math.max(before.score, score), alone: Math.max(before.alone, alone) });
  };
  for (const hit of own) put(hit.id, hit.score * (1 - leans * doubt), hit.score);
  for (const hit of about) put(hit.id, leans * worth.about * hit.score, 0);
  return [...best.values()];
}

/** What leans on the talk is as sure as it agrees and as it stands out; what stands alone keeps its own score. */
function settled(hits: readonly (Ranked & { logit: number })[], leans: number): Ranked[] {
  const powers = hits.map((h) => Math.exp(h.logit));
  const total = powers.reduce((a, b) => a + b, 0);
  return hits
    .map((h, i) => {
      const power = powers[i] ?? 0;
      const inTalk = Math.sqrt((power / (1 + power)) * (power / total));
      return { id: h.id, score: leans * inTalk + (1 - leans) * h.score };
    })
    .sort((a, b) => b.score - a.score);
}

/** How far a card agrees with the talk and with what the message names, in log-odds. */
function agreement(knowledge: Knowledge, last: Card, named: Named): (card: Card) => number {
  const texts = named.documents.length > 0 ? named.documents : documentsOf(knowledge, last);
  const swaps = named.aspects.length === 0 && (named.form !== undefined || named.documents.length > 0);
  return (card) => {
    let sum = 0;
    if (last.related.includes(card.id)) sum += worth.related;
    if (card.topic === last.topic) sum += worth.topic;
    if (documentsOf(knowledge, card).some((d) => texts.includes(d))) sum += worth.sameText;
    else if (named.documents.length > 0) sum += worth.otherText;
    if (named.aspects.length > 0)
      sum += named.aspects.includes(card.aspect) ? worth.aspect : worth.otherAspect;
    if (swaps && card.aspect === last.aspect) sum += worth.lastAspect;
    return sum;
  };
}

/** A card of this form alone fits best; one of other forms only does not fit at all. */
function fitting(card: Card, form: Form | undefined): number {
  if (!form || card.forms.length === 0) return 0;
  if (!card.forms.includes(form)) return worth.otherForm;
  return card.forms.length === 1 ? worth.onlyForm : worth.form;
}

const documentsOf = (knowledge: Knowledge, card: Card): string[] =>
  card.cites.flatMap((c) => knowledge.provisions.get(c)?.document ?? []);

function logit(score: number): number {
  const held = Math.min(Math.max(score, 0.02), 0.99);
  return worth.likeness * Math.log(held / (1 - held));
}

const moved = (score: number, by: number): number => {
  const odds = (score / (1 - Math.min(score, 0.99))) * Math.exp(Math.min(by, 0));
  return by < 0 ? odds / (1 + odds) : score;
};
