// "Lợn nhà tôi chết 12 con", and nothing asked: whoever tells a loss wants to know what to do and whether anything is given for it.
import type { Knowledge } from '../../../knowledge/knowledge.ts';
import type { Card } from '../../../knowledge/schema/card.ts';
import { isAsking } from '../../../language/asking.ts';
import { fold } from '../../../language/fold.ts';
import { type Band, bandOf } from '../bands.ts';
import { tradesIn } from '../names.ts';
import { isAboutLoss } from './kept.ts';
import { besidesMeasures } from './measures.ts';

/** That somebody's animals, crops or what they keep them in came to harm. */
export const tellsHarm = (knowledge: Knowledge, text: string): boolean => {
  const flat = fold(text);
  return harm.test(flat) && (kept.test(flat) || tradesIn(text, knowledge).length > 0);
};
const harm =
  /\b(?:chet|do(?= \d| rap| gay| het| sach| nga)|gay(?: do)?|ngap|troi|cuon|vui|sat lo|mat trang|hong (?:het|sach|\d+)|chay (?:het|mat|sach|rui)|(?:bi|lam) (?:bao|lu|set|dich|benh|cum|mat|ret|suong|han|hong|chay)|bo an|om (?:chet|bo|het|nang|\d+)|tieu huy|can pha|pha het|an het)\b/;
/** What stands on one's land, besides what is a trade. */
const kept =
  /\b(?:ruong|nuong|vuon|ao|doi|dan|chuong|trai|long be|mua mang|hoa mau|nha (?:kinh|luoi)|kho|tam|ngan|ngong)\b/;

/** The question that such a message leaves out, among the cards on losses; `plain`: what it means as it stands. */
export function bandOfLossTold(knowledge: Knowledge, text: string, plain: Band): Band | undefined {
  const sure = plain.kind === 'card' || plain.kind === 'likely';
  if ((sure && isAboutLoss(knowledge, plain.card)) || isAsking(text) || !tellsHarm(knowledge, text))
    return undefined;
  const hits = knowledge.search.rank(`${besidesMeasures(text)} ${leftOut(text)}`).filter(({ id }) => {
    const card = knowledge.cards.get(id);
    return !card || isAboutLoss(knowledge, card);
  });
  const band = bandOf(knowledge, hits);
  if (band.kind === 'cue' || band.kind === 'unsure') return undefined;
  if (plain.kind === 'close') return besides(band, plain.cards);
  return band.kind === 'card' || plain.kind !== 'card' ? band : undefined;
}
/** Several cards were near: said to be the likeliest, with those a tap away, unless it was the nearest. */
function besides(band: Band & { kind: 'card' | 'likely' | 'close' }, near: readonly Card[]): Band {
  if (band.kind === 'close' || band.card === near[0]) return band;
  return { kind: 'likely', card: band.card, others: near.filter((c) => c !== band.card).slice(0, 2) };
}

/** What died or is ill must be reported first; what a storm or a flood took is asked what is given for it. */
const leftOut = (text: string): string =>
  /\b(?:chet|om|bo an|benh|dich|cum)\b/.test(fold(text))
    ? 'giờ phải làm gì, có được hỗ trợ không'
    : 'thì được hỗ trợ bao nhiêu';
