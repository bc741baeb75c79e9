// How a card stands to the answers before and to what the message names: the signs that are no likeness.
import type { Knowledge } from '../../../knowledge/knowledge.ts';
import { onceFor } from '../../../knowledge/once.ts';
import type { Card, Form } from '../../../knowledge/schema.ts';
import { tokensOf } from '../../../language/normalise/tokens.ts';
import { type Named, namedIn } from '../named.ts';
import type { Signs } from './signs.ts';
import { shareTold, tellingOf } from './tells.ts';

export function standingOf(
  knowledge: Knowledge,
  named: Named,
  { last, before: earlier, form }: { last: Card; before: Card | undefined; form: Form | undefined },
): (card: Card) => Signs {
  const texts = textsOf(knowledge);
  const before = texts(last);
  const namesText = named.documents.length > 0;
  const namesAspect = named.aspects.length > 0;
  const swaps = !namesAspect && (named.form !== undefined || namesText);
  const tells = tellingOf(knowledge);
  const ownWords = tokensOf(named.bare);
  const lastsOwn = last.related.flatMap((id) => knowledge.cards.get(id) ?? []);
  return (card) => {
    const own = texts(card);
    const found: Signs = {};
    const put = (sign: keyof Signs, is: boolean): boolean => {
      if (is) found[sign] = 1;
      return is;
    };
    if (put('again', card.id === last.id)) found.leansAgain = named.leans;
    else {
      put('wasBefore', card.id === earlier?.id);
      put('nearBefore', earlier !== undefined && areRelated(card, earlier));
    }
    const near = [
      put('related', last.related.includes(card.id)),
      put('relates', card.related.includes(last.id)),
      put('topic', card.topic === last.topic),
    ].includes(true);
    if (named.points) {
      const text = put('pointedText', shares(own.titled, before.titled) || shares(own.cited, before.cited));
      if (!put('pointedNear', near)) put('pointedFar', !text);
    }
    const aspect = put('aspect', named.aspects.includes(card.aspect));
    put('otherAspect', namesAspect && !aspect);
    put('aspectNear', aspect && near);
    put(
      'aspectTitle',
      own.aspects.some((a) => named.aspects.includes(a)),
    );
    if (namesText)
      put(shares([...own.cited, ...own.titled], named.documents) ? 'namedText' : 'otherText', true);
    else {
      const cited = put('sameText', shares(own.cited, before.cited));
      const titled = put('sameTitleText', shares(own.titled, before.titled));
      put('aspectText', aspect && (cited || titled));
    }
    if (!namesAspect && card.aspect === last.aspect) put(swaps ? 'swap' : 'stay', true);
    if (form && card.forms.length > 0) {
      const fits = card.forms.includes(form);
      put('otherForm', !fits);
      put('onlyForm', fits && card.forms.length === 1);
    }
    if (card.id !== last.id && card.topic === last.topic && card.aspect === last.aspect) {
      const isNamed = caseWords(card).some((w) => ownWords.includes(w) && !caseWords(last).includes(w));
      put(isNamed ? 'namedCase' : 'unnamedCase', true);
    }
    found.relatedBetween = Math.log(1 + lastsOwn.filter((between) => areRelated(between, card)).length);
    put('unknown', card.known === false);
    const told = tells(card);
    const again = card.id === last.id;
    if (namesAspect) {
      const tellsIt = named.aspects.some((a) => told.aspects.has(a));
      put(again ? (tellsIt ? 'tellsAgain' : 'silentAgain') : tellsIt ? 'tells' : 'silent', true);
    }
    found[again ? 'holdsAgain' : 'holds'] = shareTold(told, ownWords);
    return found;
  };
}

export const areRelated = (a: Card, b: Card): boolean => a.related.includes(b.id) || b.related.includes(a.id);

const shares = (a: readonly string[], b: readonly string[]): boolean => a.some((x) => b.includes(x));

/** The words of a card's title: what tells it from the other cases of its topic. */
const caseWords = onceFor((card: Card): readonly string[] => tokensOf(card.title));

/** The register's documents that a card cites, those its title names, and the aspects its title names. */
export const textsOf = onceFor((knowledge: Knowledge) =>
  onceFor((card: Card) => {
    const { documents, aspects } = namedIn(knowledge, card.title);
    const cited = card.cites.flatMap((c) => knowledge.provisions.get(c)?.document ?? []);
    return { cited: [...new Set(cited)], titled: documents, aspects };
  }),
);
