// Who says no to name and number being written down: the form ends there, goes on without, or is told who gets to see it.
import { say } from '../../../../knowledge/wording.ts';
import { syllables } from '../../../../language/fold.ts';
import { type Context, type Draft, line, saying } from '../../../context.ts';
import type { RegisterFlow } from '../../../state.ts';
import { hidesName, keepsSecret } from '../../../understand/hides-name.ts';
import { consentWord } from '../answer/consent.ts';
import { remarked } from '../change/free-line.ts';
import { refuseConsent } from '../end/refuse.ts';
import { askStill } from '../go-on.ts';
import { nameThenMore } from '../read/name.ts';
import { asksOfIt, bareWords } from '../read/own-number.ts';
import { letsBe, refusesNotice, saysNo } from '../read/says-no.ts';
import { wishIn } from '../read/wishes.ts';
import { leaveThenAnswer } from './leave-then-answer.ts';
import { sayThenAsk } from './say-then-ask.ts';

export function refused(context: Context, flow: RegisterFlow, text: string): Draft | undefined {
  const said = bareWords(text);
  const asks = asksOfIt(said);
  const named = flow.step === 'name' && nameThenMore(text) !== undefined;
  if (!named && keepsSecret(said)) return keptFrom(context, flow, text);
  const first = flow.step === 'consent' ? refusesFirst(context, text) : undefined;
  if (first) return first;
  if (flow.step === 'consent' && !asks && needless.test(said) && wishIn(text) === 'refuse')
    return refuseConsent(context);
  if (!named && hidesName(text)) return sayThenAsk(context, flow, 'no_name_needed');
  if (asks || named || !(saysNo(said) || (flow.step === 'consent' && letsBe(said)))) return undefined;
  const given = flow.consent !== undefined || flow.step === 'consent';
  return given ? refuseConsent(context) : sayThenAsk(context, flow, 'privacy_in_form');
}
/** "Thôi không cần ghi tên", "khỏi ghi": nothing shall be written down. */
const needless = /\b(?:can|khoi)\b/;

/** "Không đồng ý ghi số, tôi chỉ hỏi …": refused, and what is asked behind it answered. */
function refusesFirst(context: Context, text: string): Draft | undefined {
  const [, first = '', rest = ''] = /^([^,.;!?]+)[,.;!]+\s*(.+)$/su.exec(text) ?? [];
  if (!refusesNotice(bareWords(first)) || syllables(rest).length < 2 || consentWord(rest) === 'yes')
    return undefined;
  return leaveThenAnswer(context, refuseConsent(context), rest.replace(onlyAsks, ''));
}
const onlyAsks =
  /^(?:(?:tôi|toi|em|e|mình|minh|cháu|chau|bác|bac|anh|chị|chi|thì|thi)\s+)*(?:chỉ|chi)\s+(?:muốn|muon|cần|can|là|la)?\s*(?:hỏi|hoi)\s+/iu;

/** "Đừng để ông tổ trưởng biết tôi gửi phiếu": who sees it is told, and whoever calls is to know, once there is consent. */
function keptFrom(context: Context, flow: RegisterFlow, text: string): Draft {
  const agreed = flow.consent !== undefined || flow.updates !== undefined;
  const who = line(say(context.world.knowledge.wording, 'who_sees'));
  return agreed
    ? saying(who, remarked(context, flow, text.replace(/^(?:mà|ma|nhưng|nhung)\s+/iu, '')))
    : askStill(context, flow, [who]);
}
