// Behind the answer with the rates, a loss that is told further on: which card counts it.
import type { Knowledge } from '../../knowledge/knowledge.ts';
import type { Card } from '../../knowledge/schema/card.ts';
import { isAsking } from '../../language/asking.ts';
import { fold } from '../../language/fold.ts';
import type { Loss } from '../state/loss.ts';
import { bandOf } from '../understand/bands.ts';
import { isAmountAgain } from '../understand/follow-up/amount-again.ts';
import { asksSum } from '../understand/loss/asks-sum.ts';
import { beyondRates } from '../understand/loss/beyond.ts';
import { isAboutLoss } from '../understand/loss/kept.ts';
import { besidesMeasures, tellsLoss } from '../understand/loss/measures.ts';
import { isOfOther, ratesOfOther } from '../understand/loss/of-other.ts';
import { isCountedBy, tellsLossBehind } from '../understand/loss/told.ts';
import { namedIn, namesSubject } from '../understand/named.ts';

/** "Cân hơi tầm 80 kg một con" behind the answer with the rate for each kg, and nothing that is surely about another; "còn mạ 500 m²" is counted by the rates for that. */
export function countsOn(
  knowledge: Knowledge,
  last: Card,
  loss: Loss | undefined,
  text: string,
): Card | undefined {
  if (last.rates.length > 0 && asksSum(loss, last.id, text)) return last;
  if (beyondRates(knowledge, last, text, undefined)) return last;
  if (last.rates.length === 0) return countsEarlier(knowledge, last, loss, text);
  if (!tellsLossBehind(loss, last, text)) return undefined;
  if (isOfOther(knowledge, last, text)) return ratesOfOther(knowledge, last, text);
  const asks =
    isAsking(text.replace(broken, ' ').replace(goesOn, '')) &&
    !isAmountAgain(last, besidesMeasures(text)) &&
    !asksAmount.test(fold(text));
  if (asks || !isCountedBy(last, text)) return undefined;
  // A field in sào that was told stays one: "3 sao" is no rank of a product.
  const field = loss?.card === last.id && (loss.ha ?? loss.localUnits) !== undefined;
  const band = bandOf(knowledge, knowledge.search.rank(field ? besidesMeasures(text) : text));
  const about = band.kind !== 'card' || band.card === last || !namesSubject(namedIn(knowledge, text));
  return about ? last : undefined;
}

/** "Thế 1800 mét thì được bao nhiêu" behind another answer about losses: by the rates for what was told before. */
function countsEarlier(
  knowledge: Knowledge,
  last: Card,
  loss: Loss | undefined,
  text: string,
): Card | undefined {
  const card = knowledge.cards.get(loss?.card ?? '');
  if (!card || !isAboutLoss(knowledge, last)) return undefined;
  if (asksSum(loss, card.id, text)) return card;
  const told = asksAmount.test(fold(text)) && tellsLoss(text) && isCountedBy(card, text);
  return told && !isOfOther(knowledge, card, text) ? card : undefined;
}

/** "Nhân đi, 1 tấn 2 thì được bao nhiêu", "1000 m² thì được 15 triệu à": how much, and no more. */
const asksAmount =
  /\b(?:duoc|dc|la|thanh|ra|tinh|nhan)(?: (?:den|bu|ho tro|ra|khoang|tat ca|tong|cho)){0,2} (?:bao nhieu|bao tien|bnhieu|bn|nhieu|may (?:tien|dong|trieu|chuc|tram)|may$|[\d.,]+ ?(?:trieu|tr|nghin|ty) (?:a|ha|phai khong|dung khong|dung ko|nhi))|\bthi (?:bao nhieu|bn|may (?:tien|trieu|dong))\b/;

/** "300 kg thì sao": the same once more, of that much. */
const goesOn = /(?<!\p{L})th[iì] sao\P{L}*$/iu;

/** Where a loss is told "hỏng" is no "hông", nor "3 sào", "sào ở đây 360m" a "sao", nor does "tầm 60 cân gì đó" ask. */
const broken =
  /(?<!\p{L})h[oỏ]ng(?!\p{L})|(?<=\d )s[aà]o(?!\p{L})|(?<!\p{L})s[aà]o(?= [^,.?]{1,20}\d+ ?m)|(?<!\p{L})g[iì] (?:đó|do)(?!\p{L})/giu;
