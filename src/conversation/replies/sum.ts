// A sum a person asked for or claimed, in one plain line: "20% của 200 triệu đồng là 40 triệu đồng".
import type { Knowledge } from '../../knowledge/knowledge.ts';
import { say, type WordingKey } from '../../knowledge/wording.ts';
import { isOfPeople, type Sum, signOf } from '../../language/sums/index.ts';
import type { Block } from '../message.ts';

export function sumLine({ wording }: Knowledge, sum: Sum): Block {
  const { claimed } = sum;
  const key: WordingKey = claimed ? (claimed.right ? 'sum_right' : 'sum_wrong') : 'sum_is';
  return {
    kind: 'strong',
    text: say(wording, key, { sum: saidIn(wording, sum), claimed: claimed ? sayAmount(claimed) : '' }),
  };
}

function saidIn(wording: Knowledge['wording'], { operation, terms, result }: Sum): string {
  const [first, second, third] = terms.map(sayAmount);
  const whole = sayAmount(result);
  const said = isInPeople(result)
    ? wholePeople(wording, result)
    : isExact(result)
      ? whole
      : say(wording, 'sum_about', { result: whole });
  if (operation === 'share')
    return say(wording, 'sum_share', { part: first ?? '', of: second ?? '', result: said });
  if (operation === 'interest')
    return say(wording, 'sum_interest', {
      whole: first ?? '',
      rate: second ?? '',
      time: third ?? '',
      result: said,
    });
  if (operation !== 'percent')
    return withAssumed(
      wording,
      { operation, terms },
      say(wording, 'sum_times', {
        terms: terms.map((t, i) => `${i > 0 ? ` ${signOf(operation, t)} ` : ''}${sayAmount(t)}`).join(''),
        result: said,
      }),
    );
  const [percent, of] = terms[0]?.kind === 'percent' ? [first, second] : [second, first];
  return say(wording, 'sum_percent', { percent: percent ?? '', of: of ?? '', result: said });
}

/** "Nếu chia đều thì …", "nếu 6,2 triệu đồng là của mỗi người, mỗi tháng thì …": what was not said. */
function withAssumed(
  wording: Knowledge['wording'],
  { operation, terms: [first, ...others] }: Pick<Sum, 'operation' | 'terms'>,
  sum: string,
): string {
  if (operation === 'each') return say(wording, 'sum_shared', { sum });
  if (operation !== 'every' || !first) return sum;
  return say(wording, 'sum_every', {
    amount: sayAmount(first),
    units: others.map(({ unit }) => `mỗi ${unit}`).join(', '),
    sum,
  });
}

const isInPeople = (result: Sum['result']): boolean => isOfPeople(result) && !Number.isInteger(result.value);

/** Nobody is a part of a person: at least so much is one more, at most so much one less. */
function wholePeople(wording: Knowledge['wording'], result: Sum['result']): string {
  const { value, unit } = result;
  const count = (whole: number): string => `${number.format(whole)} ${unit}`;
  return say(wording, value < 1 ? 'sum_people_part' : 'sum_people', {
    result: sayAmount(result),
    up: count(Math.ceil(value)),
    down: count(Math.floor(value)),
  });
}

function sayAmount({ kind, value, unit, perSaid }: Sum['result'] & { perSaid?: string }): string {
  return `${amountOf(kind, value, unit)}${perSaid ? `/${perSaid}` : ''}`;
}

function amountOf(kind: Sum['result']['kind'], value: number, unit: string): string {
  switch (kind) {
    case 'money':
      return sayMoney(value);
    case 'percent':
      return `${number.format(value)}%`;
    case 'm2':
      return `${number.format(value)} m²`;
    case 'kg':
    case 'ha':
      return `${number.format(value)} ${kind}`;
    default:
      return `${number.format(value)} ${unit}`.trim();
  }
}

/** In đồng; from a million up as people say it, where that is exact: "3,78 triệu đồng". */
export function sayMoney(value: number): string {
  const [by, name] = value >= 1e9 ? [1e9, 'tỷ'] : value >= 1e6 ? [1e6, 'triệu'] : [1, ''];
  const short = value / by;
  return by > 1 && Number(short.toFixed(places)) === short
    ? `${number.format(short)} ${name} đồng`
    : `${number.format(Math.round(value))} đồng`;
}

const places = 4;
const number = new Intl.NumberFormat('vi-VN', { maximumFractionDigits: places });

const isExact = ({ kind, value }: Sum['result']): boolean =>
  Number(value.toFixed(kind === 'money' ? 0 : places)) === value;
