// How a card stands to the answers before and to what the message names: the signs that are no likeness.
import type { Knowledge } from '../../../knowledge/knowledge.ts';
import { onceFor } from '../../../knowledge/once.ts';
import type { Card } from '../../../knowledge/schema/card.ts';
import type { Form } from '../../../knowledge/schema/form.ts';
import { tokensOf } from '../../../language/normalise/tokens.ts';
import type { Named } from '../named.ts';
import { areNear, areRelated, besideOf, shares, textsOf, ways } from './beside.ts';
import { at, type SignName, type Signs } from './signs.ts';
import { shareTold, tellingOf } from './tells.ts';

/** Puts the signs of a card among those it has by likeness. */
export function standingOf(
  knowledge: Knowledge,
  named: Named,
  {
    last,
    before,
    earlier,
    form,
  }: { last: Card; before: Card | undefined; earlier: readonly Card[]; form: Form | undefined },
): (card: Card, signs: Signs) => void {
  const texts = textsOf(knowledge);
  const { waysOf, betweenOf } = besideOf(knowledge)(last);
  const beforeWays = before && besideOf(knowledge)(before).waysOf;
  const earlierWays = earlier.map((card) => besideOf(knowledge)(card).waysOf);
  const namesText = named.documents.length > 0;
  const namesAspect = named.aspects.length > 0;
  const swaps = !namesAspect && (named.form !== undefined || namesText);
  const tells = tellingOf(knowledge);
  const ownWords = tokensOf(named.bare);
  return (card, signs) => {
    const put = (sign: SignName, is: boolean): boolean => {
      if (is) signs[at[sign]] = 1;
      return is;
    };
    const bits = waysOf(card);
    const has = (way: number): boolean => (bits & way) !== 0;
    const again = put('again', card === last);
    if (again) signs[at.leansAgain] = named.leans;
    else {
      put('wasBefore', card === before);
      put('nearBefore', beforeWays !== undefined && (beforeWays(card) & areRelated) !== 0);
      put('wasEarlier', earlier.includes(card));
      put(
        'nearEarlier',
        earlierWays.some((waysOf) => (waysOf(card) & areRelated) !== 0),
      );
    }
    put('related', has(ways.related));
    put('relates', has(ways.relates));
    put('topic', has(ways.topic));
    const near = has(areNear);
    if (named.points) {
      const text = put('pointedText', has(ways.titled | ways.cited));
      if (!put('pointedNear', near)) put('pointedFar', !text);
    }
    if (namesAspect) {
      const aspect = put('aspect', named.aspects.includes(card.aspect));
      put('otherAspect', !aspect);
      put('aspectNear', aspect && near);
      put('aspectTitle', shares(texts(card).aspects, named.aspects));
      if (!namesText) put('aspectText', aspect && has(ways.titled | ways.cited));
    }
    if (namesText) {
      const { cited, titled } = texts(card);
      const same = shares(cited, named.documents) || shares(titled, named.documents);
      put(same ? 'namedText' : 'otherText', true);
    } else {
      put('sameText', has(ways.cited));
      put('sameTitleText', has(ways.titled));
    }
    if (!namesAspect && has(ways.aspect)) put(swaps ? 'swap' : 'stay', true);
    if (form && card.forms.length > 0) {
      const fits = card.forms.includes(form);
      put('otherForm', !fits);
      put('onlyForm', fits && card.forms.length === 1);
    }
    if (!again && has(ways.topic) && has(ways.aspect)) {
      const isNamed = caseWords(card).some((w) => ownWords.includes(w) && !caseWords(last).includes(w));
      put(isNamed ? 'namedCase' : 'unnamedCase', true);
    }
    signs[at.relatedBetween] = betweenOf(card);
    put('unknown', card.known === false);
    const told = tells(card);
    if (namesAspect) {
      const tellsIt = named.aspects.some((a) => told.aspects.has(a));
      put(again ? (tellsIt ? 'tellsAgain' : 'silentAgain') : tellsIt ? 'tells' : 'silent', true);
    }
    signs[again ? at.holdsAgain : at.holds] = shareTold(told, ownWords);
  };
}

/** The words of a card's title: what tells it from the other cases of its topic. */
const caseWords = onceFor((card: Card): readonly string[] => tokensOf(card.title));
