// Does what a wish heard in the form asks for: erasing, a pause, and what "dung" without marks was meant for.
import { say } from '../../../../knowledge/wording.ts';
import { clean, fold, plainWords } from '../../../../language/fold.ts';
import { type Context, type Draft, line, reply } from '../../../context.ts';
import type { RegisterFlow } from '../../../state.ts';
import { mayMeanElse } from '../../../turn/hear.ts';
import { runCommand } from '../../commands.ts';
import { ask, askStill } from '../go-on.ts';
import { changesMind } from '../read/says-no.ts';
import { wishIn } from '../read/wishes.ts';
import { personal } from '../steps.ts';

export function wished(context: Context, flow: RegisterFlow): Draft | undefined {
  const { heard, world } = context;
  if (heard.kind === 'choice' && heard.id === writeOn) return askStill(context, flow, []);
  if (heard.kind !== 'text') return undefined;
  if (unclear.test(clean(heard.text)) && flow.step !== 'name' && !flow.countAsked)
    return whichDung(context, flow);
  if (mayMeanElse(context.state, heard.text)) return undefined;
  const wish = wishIn(heard.text);
  if (wish === 'erase')
    return runCommand(
      context,
      leavesForm(heard.text, flow) && world.ownLeads.length === 0 ? 'stop' : 'erase',
    );
  if (wish === 'later') return isCallTime(flow, heard.text) ? undefined : runCommand(context, 'stop');
  if (wish === 'refuse' && flow.step === 'summary' && sending.test(fold(heard.text)))
    return runCommand(context, 'stop');
  const keepsBack = wish === 'refuse' && personal[flow.step] !== undefined;
  if (!keepsBack) return undefined;
  return ask(context, flow, [
    line(say(world.knowledge.wording, flow.step === 'phone' ? 'no_phone' : 'why_name')),
  ]);
}

/** "Thôi không đăng ký nữa, hủy phiếu", where none was sent: the form that is open, and nothing of what was asked before. */
const leavesForm = (text: string, { updates }: RegisterFlow): boolean =>
  changesMind(text) ||
  (updates === undefined && onlyForm.test(plainWords(text)) && !moreThanForm.test(plainWords(text)));
const onlyForm = /\b(?:huy|bo)(?: (?:bo|di|luon|giup|cai|ho))* (?:phieu|dang ky|to khai|don)\b/;
const moreThanForm = /\b(?:so|sdt|ten|thong tin|du lieu|tin nhan|tat ca|het|moi thu)\b/;

/** "Để mai", "để tối", where it is asked when to call. */
const isCallTime = (flow: RegisterFlow, text: string): boolean =>
  flow.step === 'time' && callTime.test(plainWords(text));
const callTime =
  /^(?:(?:thoi|da|u|ok|vay|thi) )*de (?:mai|mot|toi nay|toi mai|chieu|toi|sang mai|chieu mai|cuoi tuan|tuan sau)(?: (?:nhe|nha|a|em|di|vay|cung duoc|cung dc))*$/;

const writeOn = 'form:on';
const unclear = /^dung(?: gui(?: di| nhe| nua)?)?[.!]*$/iu;
/** "Thôi không gửi nữa". */
const sending = /\b(?:gui|dang ky|lam)\b/;

/** "Dung" may be đúng, đừng or dừng: nothing is sent, agreed to or thrown away for it. */
function whichDung({ state, world: { knowledge } }: Context, flow: RegisterFlow): Draft {
  const w = knowledge.wording;
  const atEnd = flow.step === 'summary';
  return {
    state: { ...state, flow },
    replies: [
      reply(
        [line(say(w, atEnd ? 'dung_send' : 'dung_go_on'))],
        [
          atEnd
            ? { id: 'register:send', label: say(w, 'label_confirm') }
            : { id: writeOn, label: say(w, 'label_write_on') },
          { id: 'do:stop', label: say(w, 'label_stop') },
        ],
        'text',
      ),
    ],
    outcome: 'action',
  };
}
