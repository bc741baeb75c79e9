// The farmer's side of the demo: what was said and what came back on each of Zalo's two channels, and the platform made ill on demand.

import type { ZaloBotStub } from '../support/zalo-bot-stub.ts';
import { followEvent, infoEvent, textEvent, type ZaloOaStub } from '../support/zalo-oa-stub.ts';

export type Bubble = { mine: boolean; text: string; buttons: string[]; form: boolean };
export type Farmer = {
  bot: Bubble[];
  oa: Bubble[];
  sayBot: (text: string) => Promise<void>;
  photoBot: () => Promise<void>;
  sayOa: (text: string) => Promise<void>;
  follow: () => Promise<void>;
  share: (name: string, phone: string) => Promise<void>;
};

const id = 'chi-lan';
const quietMs = 600;
const longestMs = 5000;

/** `hook`: where the app takes the OA's events. */
export function makeFarmer(bot: ZaloBotStub, oa: ZaloOaStub, hook: string): Farmer {
  const talks: { bot: Bubble[]; oa: Bubble[] } = { bot: [], oa: [] };
  const shown = { bot: 0, oa: 0 };
  let count = 0;
  const mine = (text: string): Bubble => ({ mine: true, text, buttons: [], form: false });

  /** Takes over what the stand-ins were sent since, once nothing more comes. */
  async function settle(): Promise<void> {
    const sum = (): number => bot.sent.length + oa.sent.length;
    const before = sum();
    for (let waited = 0, quiet = 0, last = before; waited < longestMs; waited += 50) {
      await new Promise((wake) => setTimeout(wake, 50));
      quiet = sum() === last ? quiet + 50 : 0;
      last = sum();
      if (last > before && quiet >= quietMs) break;
    }
    for (const { text } of bot.sent.slice(shown.bot))
      talks.bot.push({ mine: false, text, buttons: [], form: false });
    for (const { message } of oa.sent.slice(shown.oa)) talks.oa.push(bubbleOf(message));
    Object.assign(shown, { bot: bot.sent.length, oa: oa.sent.length });
  }
  const on = (side: 'bot' | 'oa', said: string, act: () => Promise<unknown>) => async (): Promise<void> => {
    talks[side].push(mine(said));
    await act();
    await settle();
  };

  return {
    ...talks,
    sayBot: (text) => on('bot', text, () => bot.write(id, text))(),
    photoBot: on('bot', '[một tấm ảnh]', () =>
      bot.push({
        event_name: 'message.image.received',
        message: {
          chat: { id, chat_type: 'PRIVATE' },
          message_id: `p${++count}`,
          photo_url: 'https://x/y.jpg',
        },
      }),
    ),
    sayOa: (text) => on('oa', text, () => oa.event(hook, textEvent(id, text, `o${++count}`)))(),
    follow: on('oa', '[bấm Quan tâm]', () => oa.event(hook, followEvent(id))),
    share: (name, phone) =>
      on('oa', `[gửi mẫu: ${name}, ${phone}]`, () => oa.event(hook, infoEvent(id, { name, phone })))(),
  };
}

function bubbleOf(message: Record<string, unknown>): Bubble {
  const { text = '', attachment } = message as {
    text?: string;
    attachment?: {
      payload: {
        template_type?: string;
        buttons?: { title: string; payload: string }[];
        elements?: { title: string; subtitle: string }[];
      };
    };
  };
  const element = attachment?.payload.elements?.[0];
  return {
    mine: false,
    text: element ? `${element.title}\n${element.subtitle}` : text,
    buttons: attachment?.payload.buttons?.map((b) => b.payload) ?? [],
    form: attachment?.payload.template_type === 'request_user_info',
  };
}
