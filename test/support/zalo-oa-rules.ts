// What Zalo documents of a consultation message; one sentence for the first thing wrong, else undefined.
import type { Json } from './stub-server.ts';

type Button = { title?: unknown; type?: unknown; payload?: unknown };
type Payload = { buttons?: Button[]; template_type?: string; elements?: Json[] };
export type OaMessage = { text?: string; attachment?: { type?: string; payload?: Payload } };

export function wrongWith(message: OaMessage): string | undefined {
  const { text, attachment } = message;
  const strange = Object.keys(message).find((k) => k !== 'text' && k !== 'attachment');
  if (strange) return `unknown field ${strange}`;
  if (text === undefined && !attachment) return 'nothing to send';
  if (text !== undefined && (text.length === 0 || text.length > 2000))
    return `text of ${text.length} characters`;
  if (text !== undefined && text !== text.normalize('NFC')) return 'text is not NFC';
  if (!attachment) return undefined;
  if (attachment.type !== 'template') return 'attachment type';
  const { buttons, template_type: template, elements } = attachment.payload ?? {};
  if (template === 'request_user_info') return wrongForm(elements);
  if (template !== undefined) return 'template_type';
  if (!buttons || buttons.length === 0 || buttons.length > 5) return `${buttons?.length} buttons`;
  return text === undefined ? 'buttons without text' : buttons.map(wrongButton).find((w) => w !== undefined);
}

function wrongForm(elements: Json[] | undefined): string | undefined {
  if (elements?.length !== 1) return 'one element';
  const { title, subtitle, image_url } = elements[0] as Json;
  if (!title || !subtitle) return 'title and subtitle';
  return URL.canParse(String(image_url)) ? undefined : 'image_url';
}

function wrongButton({ title, type, payload }: Button): string | undefined {
  if (typeof title !== 'string' || title.length < 1 || title.length > 100) return 'button title';
  const p = payload as Json | undefined;
  switch (type) {
    case 'oa.query.show':
    case 'oa.query.hide':
      return typeof payload === 'string' && payload.length >= 1 && payload.length <= 1000
        ? undefined
        : 'payload';
    case 'oa.open.url':
      return URL.canParse(String(p?.url)) ? undefined : 'payload url';
    case 'oa.open.phone':
      return p?.phone_code ? undefined : 'payload phone_code';
    case 'oa.open.sms':
      return p?.phone_code && p.content ? undefined : 'payload sms';
    default:
      return 'button type';
  }
}
