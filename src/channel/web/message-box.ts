// What the box for the next message is called, and which keys and memory of the phone help to fill it, by what the last reply asks for.
import { html } from 'hono/html';
import type { Reply } from '../../conversation/message.ts';
import type { Html } from './page.ts';

type Field = { label: string; hint: string; keys: 'text' | 'tel'; remembered: string };

const fields: Record<NonNullable<Reply['asks']> | 'nothing', Field> = {
  nothing: { label: 'Câu hỏi của bạn', hint: 'Bạn muốn hỏi gì?', keys: 'text', remembered: 'off' },
  text: { label: 'Câu trả lời của bạn', hint: 'Bạn trả lời ở đây', keys: 'text', remembered: 'off' },
  count: { label: 'Số người', hint: 'Mấy người?', keys: 'text', remembered: 'off' },
  person: { label: 'Họ tên của bạn', hint: 'Họ tên của bạn', keys: 'text', remembered: 'name' },
  contact: { label: 'Số điện thoại của bạn', hint: 'Số điện thoại', keys: 'tel', remembered: 'tel' },
};

export function box(asks: Reply['asks'], text: string): Html {
  const { label, hint, keys, remembered } = fields[asks ?? 'nothing'];
  return html`<label class="hidden" for="text">${label}</label>
<textarea id="text" name="text" rows="1" maxlength="2000" required placeholder="${hint}" inputmode="${keys}" autocomplete="${remembered}" enterkeyhint="send">${text}</textarea>`;
}
