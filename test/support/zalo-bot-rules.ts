// What the Zalo Bot API documents of each call's fields; one sentence for the first thing wrong, else undefined.
import type { Json } from './stub-server.ts';

export const rules: Record<string, (body: Json) => string | undefined> = {
  getMe: () => undefined,
  getUpdates: (b) => (/^\d+$/.test(String(b.timeout ?? '30')) ? undefined : 'timeout'),
  deleteWebhook: () => undefined,
  getWebhookInfo: () => undefined,
  testWebhook: () => undefined,
  setWebhook(b) {
    const secret = String(b.secret_token ?? '');
    if (secret.length < 8 || secret.length > 256) return 'secret_token is invalid';
    const url = URL.canParse(String(b.url)) ? new URL(String(b.url)) : undefined;
    if (url?.protocol !== 'https:') return 'url must be https';
    return /^(localhost|127\.|192\.168\.|10\.)/.test(url.hostname) ? 'url must be public' : undefined;
  },
  sendMessage: (b) =>
    onlyFields(b, ['chat_id', 'text', 'parse_mode', 'text_styles']) ??
    words(b.text, 1) ??
    (b.parse_mode === undefined || b.parse_mode === 'markdown' || b.parse_mode === 'html'
      ? undefined
      : 'parse_mode'),
  sendPhoto: (b) =>
    onlyFields(b, ['chat_id', 'photo', 'caption']) ??
    (/^https?:\/\//.test(String(b.photo)) ? undefined : 'photo must be a public address') ??
    (b.caption === undefined ? undefined : words(b.caption, 0)),
  sendSticker: (b) => (b.sticker ? undefined : 'sticker'),
  sendVoice: (b) => (/\.aac$/.test(String(b.voice_url)) ? undefined : 'voice_url must end in .aac'),
  sendChatAction: (b) => (b.action === 'typing' ? undefined : 'action'),
};

/** Buttons, keyboards, replies, edits: the API has none of them. */
function onlyFields(body: Json, known: readonly string[]): string | undefined {
  const strange = Object.keys(body).find((k) => !known.includes(k));
  return strange && `unknown field ${strange}`;
}

function words(text: unknown, least: number): string | undefined {
  if (typeof text !== 'string') return 'text';
  if (text.length < least || text.length > 2000) return `text of ${text.length} characters`;
  return text === text.normalize('NFC') ? undefined : 'text is not NFC';
}
