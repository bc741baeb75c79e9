// A form filled in talk by talk: what stands in it, and what was said last.
import { plainText } from '../../src/conversation/message.ts';
import type { RegisterFlow } from '../../src/conversation/state.ts';
import { talkAlone } from '../../src/conversation/talk-alone.ts';
import { knowledge } from './knowledge.ts';

export type Form = {
  draft: RegisterFlow['draft'];
  step: string;
  consented: boolean;
  said: string;
  kept: string;
};

/** Says each in turn; the lines between "|". */
export function formAfter(talk: string): Form {
  const alone = talkAlone(knowledge, '2026-11-23');
  const turns = talk.split('|').map((text) => alone.say({ kind: 'text', text }));
  const last = turns.at(-1);
  const { flow } = alone.state();
  const form = flow?.flow === 'register' ? flow : undefined;
  return {
    draft: form?.draft ?? {},
    step: form?.step ?? 'none',
    consented: form?.consent !== undefined,
    said: last?.replies.map(plainText).join('\n') ?? '',
    kept: last?.kept.said ?? '',
  };
}

/** A group's form up to the step, each line given. */
export const upTo = {
  place: 'đăng ký lập nhóm|tổ hợp tác',
  members: 'đăng ký lập nhóm|tổ hợp tác|Văn Phú|chè',
  consent: 'đăng ký lập nhóm|tổ hợp tác|Văn Phú|chè|4',
  name: 'đăng ký lập nhóm|tổ hợp tác|Văn Phú|chè|4|đồng ý',
  phone: 'đăng ký lập nhóm|tổ hợp tác|Văn Phú|chè|4|đồng ý|Lý Văn Sơn',
  time: 'đăng ký lập nhóm|tổ hợp tác|Văn Phú|chè|4|đồng ý|Lý Văn Sơn|0912 345 678',
  summary: 'đăng ký lập nhóm|tổ hợp tác|Văn Phú|chè|4|đồng ý|Lý Văn Sơn|0912 345 678|tối',
  sent: 'đăng ký lập nhóm|tổ hợp tác|Văn Phú|chè|4|đồng ý|Lý Văn Sơn|0912 345 678|tối|gửi đi',
};
