// A figure of the plan: targets.yaml.
import { z } from 'zod';
import { id, whole, words } from './fields.ts';

export const Target = z.strictObject({
  id,
  title: words,
  /** "year" repeats every year; otherwise the year by whose end it must be reached. */
  when: z.union([z.literal('year'), whole], 'chỉ viết year (hằng năm) hoặc một năm, ví dụ 2030'),
  measure: z.enum([
    'new-tht',
    'new-tht-members',
    'new-htx',
    'new-htx-members',
    'tht',
    'tht-members',
    'htx',
    'htx-members',
    'good-share',
    'chain-share',
    'high-tech-htx',
    'workforce-share',
    'effective-share',
  ]),
  at_least: words,
  cites: z.array(id).min(1),
});

export type Target = z.infer<typeof Target>;
