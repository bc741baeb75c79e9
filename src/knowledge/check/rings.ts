// Checks the rings of phrases that mean the same: a phrase stands in one ring only, and says something.
import { fold } from '../../language/fold.ts';
import { tokensOf } from '../../language/normalise/tokens.ts';
import type { Knowledge } from '../knowledge.ts';
import type { Report, WhereIs } from './report.ts';

const file = 'rings.yaml';

export function checkRings(k: Knowledge, report: Report, whereIs: WhereIs): void {
  const rings = new Map<string, number>();
  const phrases = new Map<string, { ring: number; path: PropertyKey[] }>();
  k.rings.forEach(({ means, said }, ring) => {
    const named = rings.get(fold(means));
    if (named !== undefined)
      report(
        'file',
        file,
        [ring, 'means'],
        `vòng “${means}” đã có ở dòng ${whereIs('file', file, [named]).line}; hãy gộp hai vòng làm một`,
      );
    rings.set(fold(means), named ?? ring);
    said.forEach((phrase, i) => {
      const path = [ring, 'said', i];
      const words = tokensOf(phrase).join(' ');
      const first = phrases.get(words);
      if (words === '') report('file', file, path, `“${phrase}” không có chữ nào; viết lại hoặc bỏ đi`);
      else if (first)
        report(
          'file',
          file,
          path,
          `“${phrase}” (bỏ dấu) đã có ở vòng “${k.rings[first.ring]?.means}”, dòng ${whereIs('file', file, first.path).line}; mỗi cụm từ chỉ ở một vòng`,
        );
      else phrases.set(words, { ring, path });
    });
  });
}
