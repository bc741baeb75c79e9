// What is meant by a message in the form: typed apart, without what it takes back itself, from "ghi …" on, behind "nói rồi đó".
import type { Context } from '../../../context.ts';
import type { World } from '../../../world.ts';
import { withoutTakenBack } from '../answer/corrected.ts';
import { takePlace } from '../answer/take-place.ts';
import { lineOfStep, type Step } from '../steps.ts';
import { asksBack } from './asks-back.ts';
import { saidBeforeWords } from './said-before.ts';

export function meant(context: Context, step: Step): Context {
  const { heard, world } = context;
  if (heard.kind !== 'text') return context;
  const text = toWrite(saidAgain(apart(heard.text)), step, world);
  return { ...context, heard: { ...heard, text: withoutTakenBack(text, step, world) } };
}

/** "Sai.măng tre", typed without a blank. */
const apart = (text: string): string =>
  text.normalize('NFC').replace(/(?<=\p{L}{2})([.,;])(?=\p{L}{2})/gu, '$1 ');

/** "Tôi ở nơi này nhưng ghi nơi kia nhé": the place that shall be written down. */
function toWrite(text: string, step: Step, world: World): string {
  if (lineOfStep(step) !== 'place' || asksBack(text)) return text;
  const place = written.exec(text)?.[1]?.replace(writtenWhy, '').trim();
  return place && takePlace(undefined, place, world).kind !== 'again' ? place : text;
}
const written =
  /[\s,](?:ghi|lấy|lay|để|tính|tinh|chọn|chon)\s+(?:(?:là|la|cho|theo|vào|vao|em|tôi|toi|luôn|luon)\s+)*(.+)$/iu;
const writtenWhy = /(?:\s+(?:nhé|nhe|nha|đi|ạ|thôi|vì|vi|do|cho)(?!\p{L})|[,.;]).*$/iu;

/** "Nói rồi đó, may gia công", "Phường …, nói rồi còn gì. Nuôi cá": what is said again behind it, and what stood before it. */
const saidAgain = (text: string): string => {
  const parts = text.split(/(?<=[,.;:!])\s+/u);
  const kept = parts.filter(
    (part, i) =>
      i === parts.length - 1 ||
      part
        .replace(/[,.;:!]+$/u, '')
        .replace(saidBeforeWords, '')
        .trim() !== '',
  );
  return kept.length < parts.length && /[\p{L}\d]/u.test(kept.join('')) ? kept.join(' ') : text;
};
