// What the fields of the curators' files are made of: an id, words, a day, a flag, a whole number.
import { z } from 'zod';

export const id = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'mã chỉ gồm chữ thường không dấu, số và dấu gạch nối');
export const words = z.string().trim().min(1, 'không được để trống');
/** A day of the calendar, written YYYY-MM-DD; what is no day is told with what to write. */
export const Day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, 'ngày phải viết dạng năm-tháng-ngày, ví dụ 2025-07-01')
  .refine(
    (d) => !Number.isNaN(Date.parse(d)) && new Date(d).toISOString().startsWith(d),
    'ngày không có thật; xem lại ngày và tháng',
  );
export const flag = z.enum(['true', 'false'], 'chỉ viết true hoặc false').transform((v) => v === 'true');
export const whole = z.string().regex(/^\d+$/, 'phải là số nguyên').transform(Number);
