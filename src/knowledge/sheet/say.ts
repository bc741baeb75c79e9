// Tells a plan in Vietnamese: card by card, field by field, what was, what will be, and what stays.
import { cellText } from './cells.ts';
import { columns } from './columns.ts';
import type { CardChange, NewCard, Plan } from './compare.ts';
import { sayAt } from './table.ts';

export function sayPlan(plan: Plan): string[] {
  const { changes, added, absent, withoutAsks } = plan;
  return [
    ...changes.flatMap(sayChange),
    ...added.flatMap(sayNew),
    ...listed('Không có trong bảng, giữ nguyên trong kho', absent),
    ...listed('Không có dòng nào ở trang “Cách hỏi”, giữ nguyên cách hỏi cũ', withoutAsks),
    changes.length + added.length === 0
      ? 'Bảng giống hệt kho: không có gì đổi.'
      : `${changes.length} thẻ đổi, ${added.length} thẻ mới.`,
  ];
}

export const sayMistakes = (plan: Plan): string[] => plan.mistakes.map((m) => `${sayAt(m.at)}: ${m.message}`);

function sayChange({ card, topic, fields, asks }: CardChange): string[] {
  return [
    `Thẻ ${card.id} · ${card.title}`,
    ...(topic ? [`  Chủ đề: ${card.topic} → ${topic}`] : []),
    ...fields.flatMap(({ field, before, after }) => [
      `  ${columns[field].heading}`,
      ...lines('    - ', cellText(before)),
      ...lines('    + ', cellText(after)),
    ]),
    ...(asks
      ? [
          `  Cách hỏi: thêm ${asks.added.length}, sửa ${asks.changed.length}, bỏ ${asks.removed.length}`,
          ...asks.removed.map((ask) => `    - ${ask}`),
          ...asks.changed.map(({ before, after }) => `    ~ ${before} → ${after}`),
          ...asks.added.map((ask) => `    + ${ask}`),
        ]
      : []),
    '',
  ];
}

const sayNew = ({ id, topic, values, asks }: NewCard): string[] => [
  `Thẻ mới ${id} · ${cellText(values.title ?? '')}`,
  `  Tệp cards/${topic}/${id}.yaml, ${asks.length} cách hỏi`,
  '',
];

const lines = (sign: string, text: string): string[] =>
  (text === '' ? '(trống)' : text).split('\n').map((line) => sign + line);

const listed = (what: string, ids: readonly string[]): string[] =>
  ids.length === 0 ? [] : [`${what} (${ids.length}): ${ids.join(', ')}`];
