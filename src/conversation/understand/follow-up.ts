// Follow-ups without a language model: what the last answer was about fills what a short message leaves out.

import type { Knowledge } from '../../knowledge/knowledge.ts';
import type { Form } from '../../knowledge/schema.ts';
import { formIn } from '../../knowledge/search.ts';
import { fold, syllables } from '../../language/fold.ts';
import type { Topic } from '../state.ts';
import type { Ranked } from './bands.ts';
import { thresholds } from './thresholds.ts';

const opener = /^(?:the|vay|thi|con|roi|a|va|y toi la|y em la|y minh la|khong|ko|k|khong phai|nham)\b/;
const empty = new Set(
  'the con vay thi sao nhi a con roi va y toi la em minh khong ko phai neu lam doi voi cua cho nao gi nhu co do day kia chu cai'.split(
    ' ',
  ),
);
const sayForm: Record<Form, string> = {
  tht: 'tổ hợp tác',
  htx: 'hợp tác xã',
  'lien-hiep': 'liên hiệp hợp tác xã',
};

/** Hits for a message, read with the topic of the talk when the message is too short to stand alone. */
export function rankInTopic(knowledge: Knowledge, message: string, topic: Topic): Ranked[] {
  const own = knowledge.search.rank(message);
  const last = topic.card ? knowledge.cards.get(topic.card) : undefined;
  if (!last) return own;
  const words = syllables(message);
  const form = formIn(message, knowledge.words);
  const swapped =
    form && form !== topic.form && isOnlyForm(words, form) ? swapForm(knowledge, last, form) : undefined;
  if (swapped) return [{ id: swapped, score: 1 }, ...own.filter((h) => h.id !== swapped)];
  const wanted = form ?? topic.form;
  const first = knowledge.cards.get(own[0]?.id ?? '');
  const strays = !form && wanted !== undefined && first !== undefined && excludes(first.forms, wanted);
  const leans = opener.test(fold(message)) || strays || (own[0]?.score ?? 0) < thresholds.plain;
  if (words.length > 8 || !leans) return own;
  const carried = wanted && !form ? knowledge.search.rank(`${message} ${sayForm[wanted]}`) : own;
  const about = knowledge.search.rank(`${last.title} ${message}`, 20);
  const texts = new Set(documentsOf(knowledge, last));
  return likelier(carried, about, last.id)
    .map((hit) => {
      const card = knowledge.cards.get(hit.id);
      if (!card) return hit;
      const near = card.topic === last.topic ? 0.08 : 0;
      const related = last.related.includes(card.id) ? 0.1 : 0;
      const sameText = documentsOf(knowledge, card).some((d) => texts.has(d)) ? 0.05 : 0;
      const fits = !wanted ? 0 : card.forms.includes(wanted) ? 0.06 : excludes(card.forms, wanted) ? -0.2 : 0;
      return {
        ...hit,
        score:
          hit.score < thresholds.close
            ? hit.score
            : Math.min(1, hit.score + near + related + sameText + fits),
      };
    })
    .sort((a, b) => b.score - a.score);
}

const documentsOf = (knowledge: Knowledge, card: { cites: readonly string[] }): string[] =>
  card.cites.flatMap((c) => knowledge.provisions.get(c)?.document ?? []);

const excludes = (forms: readonly Form[], wanted: Form): boolean =>
  forms.length > 0 && !forms.includes(wanted);

/** The message alone, and read behind the last card's title; the last card itself gains nothing from its own title. */
function likelier(alone: readonly Ranked[], about: readonly Ranked[], last: string): Ranked[] {
  const best = new Map(alone.map((h) => [h.id, h.score]));
  for (const hit of about) {
    if (hit.id === last) continue;
    best.set(hit.id, Math.max(best.get(hit.id) ?? 0, 0.9 * hit.score));
  }
  return [...best].map(([id, score]) => ({ id, score })).sort((a, b) => b.score - a.score);
}

function isOnlyForm(words: readonly string[], form: Form): boolean {
  const named = new Set([...syllables(sayForm[form]), form, 'to', 'nhom', 'htx', 'tht']);
  return words.every((w) => empty.has(w) || named.has(w));
}

/** The card that answers the last question for another form: same aspect, the likest title. */
function swapForm(
  knowledge: Knowledge,
  last: { id: string; title: string; aspect: string; forms: readonly Form[] },
  form: Form,
): string | undefined {
  const fits = [...knowledge.cards.values()].filter(
    (c) => c.status === 'published' && c.id !== last.id && c.aspect === last.aspect && c.forms.includes(form),
  );
  if (fits.length <= 1) return fits[0]?.id;
  const ids = new Set(fits.map((c) => c.id));
  const asked = `${last.title.replace(/tổ hợp tác|hợp tác xã|THT|HTX/giu, ' ')} ${sayForm[form]}`;
  return knowledge.search.rank(asked, 40).find((h) => ids.has(h.id))?.id ?? fits[0]?.id;
}
