// A dated figure, start dates only; a value holds until the next: amounts.yaml.
import { z } from 'zod';
import { Day, id, words } from './fields.ts';

export const Amount = z.strictObject({
  id,
  title: words,
  values: z.array(
    z.strictObject({
      from: Day,
      value: words,
      cites: z.array(id).min(1, 'mỗi mức phải có điều khoản dẫn chứng'),
    }),
  ),
});

export type Amount = z.infer<typeof Amount>;
