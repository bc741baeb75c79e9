// Shows a reply the Telegram way: HTML with everything escaped, inline buttons, or the share-my-number keyboard.
import type { InlineKeyboardMarkup, ReplyKeyboardMarkup } from 'grammy/types';
import type { Block, Choice, Limits, Reply } from '../../conversation/message.ts';

/** 4096 after entities are taken out; a little is kept for signs we add ourselves (core.telegram.org/bots/api#sendmessage). */
export const limits: Limits = { maxText: 4000, maxChoices: 8, maxLabel: 60, buttons: true };
/** callback_data: 1–64 bytes (core.telegram.org/bots/api#inlinekeyboardbutton). */
const maxData = 64;

export type Shown = { text: string; markup: InlineKeyboardMarkup | ReplyKeyboardMarkup | undefined };

export function showReply(reply: Reply, contactLabel: string): Shown {
  return { text: reply.blocks.map(showBlock).join('\n'), markup: markupOf(reply, contactLabel) };
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function showBlock(block: Block): string {
  const text = escapeHtml(block.text);
  switch (block.kind) {
    case 'strong':
      return `<b>${text}</b>`;
    case 'detail':
      return `• ${text}`;
    case 'quote':
      return `<blockquote>${text}</blockquote>`;
    case 'note':
      return `<i>${text}</i>`;
    case 'warn':
      return `⚠️ ${text}`;
    case 'say':
      return text;
  }
}

function markupOf(reply: Reply, contactLabel: string): Shown['markup'] {
  if (reply.asks === 'contact') {
    const rows = [
      [{ text: contactLabel, request_contact: true }],
      reply.choices.map((c) => ({ text: c.label })),
    ];
    return { keyboard: rows.filter((r) => r.length > 0), one_time_keyboard: true, resize_keyboard: true };
  }
  const fits = reply.choices.filter((c) => Buffer.byteLength(c.id) <= maxData);
  return fits.length > 0 ? { inline_keyboard: rowsOf(fits) } : undefined;
}

/** Short labels share a row, long ones stand alone: thumbs and small screens. */
function rowsOf(choices: readonly Choice[]): { text: string; callback_data: string }[][] {
  const rows: { text: string; callback_data: string }[][] = [];
  let width = 0;
  for (const choice of choices) {
    const button = { text: choice.label, callback_data: choice.id };
    const row = rows.at(-1);
    if (row && row.length < 3 && width + choice.label.length <= 26) {
      row.push(button);
      width += choice.label.length;
    } else {
      rows.push([button]);
      width = choice.label.length;
    }
  }
  return rows;
}
