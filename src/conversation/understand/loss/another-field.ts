// "Còn 3 sào rau nữa" behind a field that was told: what of that one does not hold for another.
import { fold } from '../../../language/fold.ts';
import type { Loss } from '../../state/loss.ts';

/** "Còn 3 sào rau nữa": of another field its area, and how far it had grown, are not those told before; where only so many of a local unit are told anew, their size is not known. */
export function besidesField(
  mine: Loss,
  { ha, localUnits }: Pick<Loss, 'ha' | 'localUnits'>,
  message: string,
): Loss {
  const { ha: oldHa, ...unsized } = mine;
  const units = localUnits !== undefined && ha === undefined;
  const another = units
    ? oldHa !== undefined && localUnits !== mine.localUnits
    : ha !== undefined && oldHa !== undefined && ha !== oldHa;
  if (!another) return mine;
  const text = fold(message);
  if (!anotherField.test(text) || corrected.test(text)) return unsized;
  const { days: _, stage: __, share: ___, ...unknown } = unsized;
  return unknown;
}
const anotherField = /^(?:(?:the|vay|a|u|roi|ok|va) )*con\b|\b(?:nua|them|khac)\b/;

/** Another number of animals without it are other animals, of a weight not told yet. */
export const corrected = /^a |\b(?:nham|quen|sua|dung ra|thuc ra|a khong|khong phai)\b/;
