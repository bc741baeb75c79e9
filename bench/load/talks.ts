// What the people of the load test say: the labelled questions as they were written, and whole registrations, no two alike.
import { labelled } from '../labelled.ts';

/** The next thing one person says; each person is somebody new after their last line. */
export type Talker = () => { person: number; line: number; text: string };
export type Talk = 'questions' | 'register' | 'mixed';

const questionsEach = 4;
const questions = labelled().flatMap((l) => l.q ?? l.dialog ?? []);
const family = ['Trần', 'Nguyễn', 'Hoàng', 'Lê', 'Phạm', 'Vũ', 'Đặng', 'Bùi', 'Hà', 'Lò'];
const given = ['Tùng', 'Lan', 'Hương', 'Minh', 'Sơn', 'Thảo', 'Dũng', 'Nga', 'Quế', 'Bình', 'Yến'];
const trades = ['chè', 'trồng quế', 'nuôi gà', 'cá lồng', 'nấm', 'rau sạch', 'nuôi ong', 'lúa', 'dâu tằm'];
const places = ['phường Yên Bái', 'phường Văn Phú', 'phường Nam Cường', 'phường Âu Lâu', 'yen bai', 'au lau'];
const times = ['tối', 'sáng', 'sau 5 giờ chiều', 'trưa', 'lúc nào cũng được', '7 giờ tối'];
const pick = <T>(list: readonly T[], n: number): T => list[n % list.length] as T;

/** Ten lines from the wish to the sent form. */
export function registration(n: number): string[] {
  return [
    'đăng ký lập nhóm',
    n % 2 ? 'tht' : 'htx',
    pick(places, n),
    pick(trades, n),
    String(3 + (n % 17)),
    'đồng ý',
    `${pick(family, n)} Thị ${pick(given, n >> 3)}`,
    `09${String(10_000_000 + (n % 89_999_999))}`,
    pick(times, n),
    'gửi đi',
  ];
}

/** Talker `index` of `of`: persons and questions are dealt out so that no two talkers share one. */
export function talkerOf(talk: Talk, index: number, of: number, from: number): Talker {
  let person = from + index;
  let line = 0;
  let asked = Math.imul(index, 7919) % questions.length;
  let lines: string[] = [];
  const begin = (): void => {
    const registers = talk === 'register' || (talk === 'mixed' && person % 10 >= 7);
    if (registers) lines = registration(person);
    else {
      lines = Array.from({ length: questionsEach }, (_, i) => pick(questions, asked + i * 131));
      asked = (asked + 17) % questions.length;
    }
  };
  begin();
  return () => {
    if (line >= lines.length) {
      person += of;
      line = 0;
      begin();
    }
    const text = lines[line] as string;
    return { person, line: line++, text };
  };
}
