// Finds which offered choice a typed message means: its number, its place ("cái thứ hai"), or its label, slips allowed.
import Fuse from 'fuse.js';
import { clean, fold, plainWords } from '../../language/fold.ts';
import { marksAgree } from '../../language/marks-agree.ts';
import type { Choice } from '../message.ts';

const ordinals: Record<string, number> = {
  nhat: 1,
  dau: 1,
  mot: 1,
  hai: 2,
  nhi: 2,
  ba: 3,
  bon: 4,
  tu: 4,
  nam: 5,
  sau: 6,
  bay: 7,
  tam: 8,
};
const openers =
  /^(?:cai|cau|y|so|muc|lua chon|chon|phuong an)?\s*(?:thu|so)?\s*([a-z]+|\d+)(?: (?:tien|tren|duoi|nhe|a|nha|di|ay|do|day|kia|co|chu|ma))*$/;
/** "E hỏi câu 1 đó", "ý tôi là câu đầu": who speaks, and that it is asked. */
const leadIn =
  /^(?:(?:a|o|u|uh|um|ok|da|vang|dung|roi|la|em|e|toi|t|minh|chau|con|bac|anh|chi|co|chu|muon|can|dang|hoi|noi|xem|lay|y (?:em|e|toi|t|minh|chau|con|bac|anh|chi|co|chu) (?:la|noi|hoi)) )+(?=(?:cai|cau|y|so|muc|lua chon|chon|phuong an) )/;

/** "K phải câu nào", "chả câu nào đúng", "đều không phải": none of what was offered is meant, and nothing else is said. */
const noneOfThese =
  /^(?:(?:da|a|o|u|thoi|oi|em|e|toi|minh|ca|het|deu|deu la|(?:2|3|4|hai|ba|bon|may|cac) (?:cau|cai|y)(?: (?:nay|do|tren))?) )*(?:khong|chang|cha|chua)(?: (?:phai|co|trung|dung|thay))*(?: (?:cau|cai|y|muc) (?:nao|gi|nay|do|ay|day|tren))?(?: (?:trong (?:so )?(?:nay|do)|dung|phai|ca|het|ca 3|ca hai|dau|a|em|ad|bot|oi|nhe|roi|y em|y toi|y minh))*$/;
const saysNoOnly = /^(?:(?:da|a|o|thoi|em|toi) )*(?:khong|chua|chang|cha)(?: (?:a|em|dau|ad|roi))*$/;

/** What binds a person or throws away what they told is never guessed from a slip: "dừng" is two letters from "đồng ý", "Hùng" one from "dừng". */
const binding = /^(?:(?:consent|data|register):|do:(?:stop|erase)$)/;

/** "4 nhà" counts households; "4 nha" may be "4" and a particle. */
const counted = /\d\s*(?:nhà|hộ|người)/iu;

/** `wordsOnly`: numbers are not choices here (a step asks for a number or a name). */
export function chosenAmong(
  text: string,
  offered: readonly Choice[],
  wordsOnly: boolean,
): Choice | undefined {
  if (offered.length === 0 || text.length > 80) return undefined;
  const folded = plainWords(text);
  const same = offered.filter((c) => plainWords(c.label) === folded);
  if (same.length > 0) return same.find((c) => marksAgree(text, c.label));
  const none = offered.find((c) => c.id.startsWith('no:'));
  const denies = plainWords(text.replace(/(?<!\p{L})(?:k|ko|kg|hok|hổng|hông)(?!\p{L})/giu, 'không'));
  if (none && noneOfThese.test(denies) && !saysNoOnly.test(denies)) return none;
  if (!wordsOnly && !counted.test(clean(text))) {
    const place = placeIn(folded.replace(leadIn, ''), offered.length);
    if (place !== undefined) return offered[place];
  }
  return likeliest(
    folded,
    offered.filter(
      (c) => !binding.test(c.id) && (!c.id.startsWith('place:') || beginsAlike(folded, c.label)),
    ),
  );
}

/** A slip leaves the first letters: "nam cuon" may be one ward, another place that only sounds like it is none. */
function beginsAlike(folded: string, label: string): boolean {
  const initials = (text: string): string => text.replace(/(?<=[a-z\d])[a-z\d]+/g, '');
  return initials(folded) === initials(plainWords(label));
}

/** "Ừ đúng câu đó", where it was asked whether one thing is meant; "dừng" is none, nor is "dung" where it may be that. */
export function saysThatOne(text: string): boolean {
  const said = plainWords(text);
  return !/dừng|đừng/iu.test(clean(text)) && said !== 'dung' && thatOne.test(said);
}
const that = '(?:(?:cau|cai|y|no|chinh)(?: (?:cau|cai|y|no))? (?:do|day|ay|nay|tren|duoi))';
const thatOne = new RegExp(
  `^(?:(?:da|a|o|roi|thi) )*(?:u|uh|um|uk|ok|oke|vang|phai|dung|chuan|chinh xac|${that})` +
    `(?: (?:u|vang|phai|dung|roi|la|${that}|em|e|toi|minh|chau|bac|anh|chi|hoi|muon|do|day|ay|vay|the|a|nhe|nha|luon))*$`,
);

/** "Tổ hợp tác ạ", "cái lúa ấy", to a list of titles: the one title these words stand in, of those that have them. */
export function titleNamed<T extends { title: string }>(text: string, titles: readonly T[]): T | undefined {
  const said = plainWords(text).replace(leading, '').replace(trailing, '');
  if (said === '' || said.split(' ').length > mostNamed) return undefined;
  const [first, ...others] = titles.filter(({ title }) => ` ${plainWords(title)} `.includes(` ${said} `));
  return others.length === 0 ? first : undefined;
}
/** "Cả hai đều cần, cho xem hồ sơ tổ hợp tác": behind what asks to see it, words of one title in its own order and of no other, enough to tell them apart. */
export function titleAskedFor<T extends { title: string }>(
  text: string,
  titles: readonly T[],
): T | undefined {
  const said = (asksToSee.exec(plainWords(text))?.[1] ?? '')
    .replace(leading, '')
    .replace(/(?: (?:truoc|da|luon|giup|voi|cai))+$/, '')
    .replace(trailing, '')
    .split(' ');
  if (said.length < fewestAsked) return undefined;
  const [first, ...others] = titles.filter(({ title }) => standIn(said, plainWords(title).split(' ')));
  return others.length === 0 ? first : undefined;
}
const asksToSee =
  /(?:^| )(?:cho(?: (?:em|e|toi|t|minh|chau|con|bac|anh|chi))? xem|muon xem|xem giup|mo|lay|chon|doc|noi ve|noi cho (?:em|toi|minh|chau) ve)(?: (?:truoc|luon|giup|lai|cho|em|toi|minh|cau|cai|phan|ve|di))* (.+)$/;
const fewestAsked = 2;

/** In this order, others may stand between. */
function standIn(said: readonly string[], title: readonly string[]): boolean {
  let at = 0;
  for (const word of title) if (word === said[at]) at++;
  return at === said.length;
}

const leading =
  /^(?:(?:da|a|o|u|vang|la|thi|y|em|e|toi|t|minh|chau|con|bac|anh|chi|hoi|noi|ve|cai|cau|phan|chuyen|cho) )+/;
const trailing = /(?: (?:a|nhe|nha|co|chu|ma|y|ay|do|day|kia|di|thoi|em|chau|thi sao))+$/;
const mostNamed = 4;

function likeliest(folded: string, offered: readonly Choice[]): Choice | undefined {
  const labels = offered.map((c) => plainWords(c.label));
  const alike = (label: string): boolean => Math.abs(label.length - folded.length) <= 3;
  if (folded.length < 4 || !labels.some(alike)) return undefined;
  const fuse = new Fuse(labels, { includeScore: true, threshold: 0.25, ignoreLocation: false, distance: 40 });
  const [best, second] = fuse.search(folded);
  if (!best || !alike(labels[best.refIndex] ?? '')) return undefined;
  const clear = !second || (second.score ?? 1) - (best.score ?? 1) > 0.1;
  return clear ? offered[best.refIndex] : undefined;
}

function placeIn(folded: string, count: number): number | undefined {
  const match = openers.exec(fold(folded));
  const word = match?.[1];
  if (!word) return undefined;
  if (/^(?:y sau|cai sau|cau sau|y cuoi|cai cuoi|cau cuoi)$/.test(folded)) return count - 1;
  if (/^\d+$/.test(word)) {
    const n = Number(word);
    return n >= 1 && n <= count ? n - 1 : undefined;
  }
  const spoken = ordinals[word];
  const explicit = /^(?:cai|cau|y|so|muc|chon|phuong an|lua chon|thu)/.test(folded) || folded === word;
  return spoken && explicit && spoken <= count ? spoken - 1 : undefined;
}
