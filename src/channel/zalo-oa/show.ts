// Shows a reply the OA's way: text with up to five buttons whose payloads are readable words, or the form that shares name and number.
import { type Limits, plainText, type Reply } from '../../conversation/message.ts';

const hour = 3_600_000;
/** 2,000 characters; five buttons with titles of at most 100; answers free for 48 hours and possible for seven days after the person wrote. */
export const limits: Limits = {
  maxText: 2000,
  maxChoices: 5,
  maxLabel: 100,
  buttons: true,
  form: true,
  window: { freeMs: 48 * hour, lastMs: 7 * 24 * hour },
};

export type FormWords = { title: string; hint: string; picture: string };

/** `message` of POST /v3.0/oa/message/cs. A pressed button comes back as its payload, so the payload is what it says. */
export function messageOf(reply: Reply, form: FormWords): object {
  if (reply.asks === 'contact' || reply.asks === 'person') {
    const element = { title: form.title, subtitle: form.hint, image_url: form.picture };
    return {
      attachment: { type: 'template', payload: { template_type: 'request_user_info', elements: [element] } },
    };
  }
  const text = plainText(reply).normalize('NFC');
  if (reply.choices.length === 0) return { text };
  const buttons = reply.choices.map((c) => ({ title: c.label, type: 'oa.query.show', payload: c.label }));
  return { text, attachment: { type: 'template', payload: { buttons } } };
}
