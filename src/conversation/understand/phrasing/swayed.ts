// What sways how a question is read and is not what it asks: whose a thing was ("mua lại của ông hàng xóm" is no quarrel over land), who asks ("em là kế toán …, muốn vay" is after no accountant), and a fear told behind it ("…, lỡ nó ăn chặn" tells of no theft).
import type { Knowledge } from '../../../knowledge/knowledge.ts';
import { cueOf } from '../../../knowledge/search.ts';
import { isAsking } from '../../../language/asking.ts';
import { fold, foldInPlace, syllables } from '../../../language/fold.ts';
import { personWords } from '../../../language/person-words.ts';
import { bandOf } from '../bands.ts';

/** The message as it is read; itself where nothing sways it. Distress was heard in the whole of it before. */
export const unswayed = (knowledge: Knowledge, text: string): string =>
  withoutIntroduction(knowledge, withoutPerson(knowledge, withoutFear(knowledge, text)));

/** Without who it is that asks, where that makes it a surer question. */
function withoutIntroduction(knowledge: Knowledge, text: string): string {
  const led = introduction.exec(foldInPlace(text))?.[0].length;
  const rest = led === undefined ? '' : text.slice(led);
  if (syllables(rest).length < fewestAsked) return text;
  const surer = bandOf(knowledge, knowledge.search.rank(rest)).kind;
  const whole = bandOf(knowledge, knowledge.search.rank(text)).kind;
  return surer === 'card' && whole !== 'card' ? rest : text;
}
const introduction = new RegExp(
  `^(?:(?:chao|da|alo|a|xin|cho|hoi|ban|bot|ad|anh|chi|em|can bo|oi)[ ,.]+)*(?:${personWords}) (?:dang )?(?:la|lam) (?:pho )?(?:giam doc|chu tich|chu nhiem|ke toan|to truong|to pho|truong (?:thon|ban|xom|nhom)|bi thu|thanh vien|xa vien|thu quy|kiem soat|nguoi (?:dan|lam)|nong dan|can bo)(?: [a-z]+){0,8}[,.;:]\\s*`,
);
const fewestAsked = 3;

const kin =
  'ông|ong|bà|ba|anh|chị|chi|chú|chu|bác|bac|cô|co|cậu|cau|dì|di|mợ|mo|thằng|thang|cụ|cu|em|con|cháu|chau';
const kinds =
  'hàng xóm|hang xom|láng giềng|lang gieng|họ|ho|rể|re|dâu|dau|nội|noi|ngoại|ngoai|vợ|vo|chồng|chong|út|ut|cả|ca|bạn|ban';
/** Only of whom or with whom: who takes or claims something stands before its verb. */
const ofPerson = new RegExp(
  `(?<!\\p{L})(?:của|cua|từ|tu|với|voi|cùng|cung)\\s+(?:nhà\\s+|nha\\s+)?(?:hàng xóm|hang xom|láng giềng|lang gieng|(?:${kin})(?:\\s+(?:${kinds}))+)(?!\\p{L})`,
  'giu',
);

/** Without the person, where with them it is off the topic and without them no longer. */
function withoutPerson(knowledge: Knowledge, text: string): string {
  const bare = text.replace(ofPerson, ' ').replace(/\s+/g, ' ').trim();
  if (bare === text.trim()) return text;
  const offTopic = (words: string) => {
    const [best] = knowledge.search.rank(words, 1);
    const cue = best && cueOf(knowledge, best.id);
    return cue?.outcome === 'off_topic' ? cue : undefined;
  };
  const cue = offTopic(text);
  return cue && offTopic(bare) !== cue ? bare : text;
}

/** Without the fear, where what stands before it asks and surely means a card; what happened is no fear. */
function withoutFear(knowledge: Knowledge, text: string): string {
  const { question, last: fear } = lastPart(text);
  const said = fold(fear);
  if (question === '' || !fears.test(said) || !speltSo(fear) || isAsking(fear) || happened.test(said))
    return text;
  const asked = isAsking(question) && bandOf(knowledge, knowledge.search.rank(question)).kind === 'card';
  return asked ? question : text;
}
/** What stands behind the last sign between words, and all before it. */
function lastPart(text: string): { question: string; last: string } {
  const bare = text.trimEnd().replace(/[.!\s]+$/u, '');
  const cut = Math.max(...[...',.;?!'].map((sign) => bare.lastIndexOf(sign)));
  return {
    question: bare.slice(0, Math.max(cut, 0)).replace(/[,.;?!\s]+$/u, ''),
    last: bare.slice(cut + 1).trim(),
  };
}
const fears =
  /^(?:(?:ma|chu|vi|tai|toi|em|minh|chung toi|bon em) )*(?:chi )?(?:so|lo|nho|ngo nho|ngai)(?: la| rang| ma| dau| nhu)* (?:no|ho|ai|chung no|nguoi ta|(?:ong|ba|anh|chi) (?:ay|ta|do)|to truong|giam doc|ke toan|thu quy|ong|ba|nguoi) /;
/** Typed with marks it is none of "lỗ", "số", "nhổ". */
const speltSo = (fear: string): boolean =>
  fear === fold(fear) || /(?<!\p{L})(?:sợ|lo|lỡ|nhỡ|ngộ nhỡ|ngại)(?!\p{L})/iu.test(fear);
const happened = /\b(?:roi|da|vua|hom qua|hom no|het sach|mat hut|bo tron|tron mat)\b/;
