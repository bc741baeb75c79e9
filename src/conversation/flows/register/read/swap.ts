// "Chỗ này sửa thành kia", "đổi này thành kia", "kia chứ không phải này": what is written down, and what shall stand there instead.
import { clean, foldInPlace } from '../../../../language/fold.ts';

/** `before` is empty where only the new words are told; `beside`: what was said in front of it. */
export type Swap = { before: string; after: string; beside: string };

export function swapsIn(message: string): Swap[] {
  const text = clean(message);
  const flat = foldInPlace(text);
  return patterns.flatMap((pattern) => {
    const found = pattern.exec(flat);
    const spans = found?.indices?.groups;
    const told = (name: 'before' | 'after'): string => {
      const span = spans?.[name];
      return span ? trimmed(text.slice(span[0], span[1])) : '';
    };
    const after = told('after');
    return found && after !== ''
      ? [{ before: told('before'), after, beside: text.slice(0, found.index).trim() }]
      : [];
  });
}

const trimmed = (text: string): string => text.replace(ending, '').replace(/^[\s,.:;]+|[\s,.;!]+$/gu, '');
const ending =
  /(?:[\s,.!]+(?:nhé|nhe|nha|ạ|giúp|giup|hộ|cho|với|voi|em|tôi|toi|mình|minh|chị|chi|anh|bác|bac|cháu|chau|đi|di|đó|do|đấy|thôi|thoi|mới đúng|moi dung|cơ|chứ))+[\s.!]*$/iu;

const opens =
  '(?:^|[.,;!?]\\s*)(?:(?:a|o|u|da|ma|thoi|khoan|nham|nham roi|sai|sai roi|em|toi|minh|chi|bac)[\\s,.]+)*';
const place = '(?:(?:cho|dong|phan|muc|cai|chu) )?';
const patterns: readonly RegExp[] = [
  // "Chỗ hợp tác xã sửa thành tổ hợp tác"
  `${opens}${place}(?<before>[^.,;:!?]{2,40}?) (?:em |minh |ban )?(?:sua|doi|chua|thay|chuyen|ghi)(?: lai| giup| ho| cho| toi| em)*(?: thanh| sang| la|:)+ (?<after>[^.;!?]{2,80})$`,
  // "Sửa hợp tác xã thành tổ hợp tác"
  `${opens}(?:cho )?(?:em |toi |minh )?(?:sua|doi|chua|thay|chuyen)(?: lai| giup| ho| cho| toi| em| tu)* ${place}(?<before>[^.,;:!?]{2,40}?) (?:thanh|sang|bang|la) (?<after>[^.;!?]{2,80})$`,
  // "Sửa thành tổ hợp tác"
  `${opens}(?:cho )?(?:em |toi |minh )?(?:sua|doi|chua|chuyen|ghi lai)(?: lai| giup| ho| cho| toi| em)* (?:thanh|sang|la) (?<after>[^.;!?]{2,80})$`,
  // "Không phải cây ăn quả, là đậu phụ"
  `${opens}(?:khong|ko|k|kg|dau co|chang) phai (?:la )?(?<before>[^.,;:!?]{2,40}?)(?: dau)?[.,;!]\\s*(?:(?:ma|phai|no|cua toi|toi|em) )*(?:la )?(?<after>[^.;!?]{2,80})$`,
  // "Đậu phụ chứ không phải cam"
  `${opens}(?<after>[^.,;:!?]{2,60}?),? (?:(?:chu|ma) )?(?:khong|ko|k|kg) phai (?:la )?(?<before>[^.,;:!?]{2,40})$`,
].map((source) => new RegExp(source, 'd'));
