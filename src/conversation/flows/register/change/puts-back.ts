// "Thôi giữ số cũ", "để như cũ": the lines stand again as before the last change; a form that was sent stays as it was.
import { say } from '../../../../knowledge/wording.ts';
import { plainWords } from '../../../../language/fold.ts';
import { personWords } from '../../../../language/person-words.ts';
import { detailsOf, type Lead } from '../../../../leads/lead.ts';
import { type Context, type Draft, line, reply, type Typed } from '../../../context.ts';
import { menuReply } from '../../../replies/menu.ts';
import type { RegisterFlow } from '../../../state.ts';
import { ask } from '../go-on.ts';

/** Undefined where nothing was changed that could be put back. */
export function putsBack(context: Typed, flow: RegisterFlow): Draft | undefined {
  const { heard, world } = context;
  const said = plainWords(heard.text);
  const sent = world.ownLeads.find(({ id }) => id === flow.updates);
  if (!keepsOld.test(said) && !(sent && leavesEdit.test(said))) return undefined;
  if (refusesOld.test(heard.text)) return undefined;
  const { was, ...now } = flow;
  if (sent && (!was || isAsSent(was, sent))) return left(context, sent);
  const back = line(say(world.knowledge.wording, 'lines_put_back'));
  return was && ask(context, { ...now, draft: was, step: 'summary', editing: false, tries: 0 }, [back]);
}

function isAsSent(was: RegisterFlow['draft'], sent: Lead): boolean {
  const { kind: _, ...details } = detailsOf(sent);
  return Object.entries({ ...details, ...was }).every(
    ([key]) => details[key as keyof typeof details] === was[key as keyof typeof was],
  );
}

/** The change is given up; what was sent stays. */
const left = ({ state, world }: Context, { code }: Lead): Draft => ({
  state: { ...state, flow: undefined },
  replies: [reply([line(say(world.knowledge.wording, 'edit_dropped', { code }))], menuReply(world).choices)],
  outcome: 'action',
});

const around = `(?:(?:${personWords}|a|o|u|da|thoi|khong|ko|vay|the|nham|nhung|ma|cu) )*`;
const end = '(?: (?:roi|di|nhe|nha|a|thoi|em|anh|chi|bac|cho|toi|duoc|dung|la))*$';
const one = '(?:so|ten|gio|cho o|noi o|dia chi|dong|phieu|cai|ban)';
const earlier = '(?:cu|dau|dau tien|truoc|ban dau|hoi nay|luc nay)';
const keepsOld = new RegExp(
  `^${around}(?:(?:giu|de|lay|dung|tra|quay)(?: (?:lai|ve|nguyen))*(?: ${one})?(?: dien thoai)? (?:nhu )?${earlier}|${one}(?: dien thoai)? ${earlier}(?: (?:la|moi|van))* dung|(?:giu|de) nguyen(?: ${one})?(?: nhu ${earlier})?|(?:huy|bo) (?:sua|doi))${end}`,
);
/** "Không dùng số cũ"; "à không, giữ số cũ" has a comma between. */
const refusesOld =
  /(?<!\p{L})(?:không|khong|ko|k|đừng)\s+(?:giữ|giu|để|de|lấy|lay|dùng|dung|trả|tra|quay)(?!\p{L})/iu;
const leavesEdit = new RegExp(`^${around}(?:khong |ko |k )(?:can |muon )?(?:sua|doi|thay)(?: gi)? nua${end}`);
