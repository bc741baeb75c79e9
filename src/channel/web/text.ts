// Words of a talk on the page: escaped, what is masked told in words, and links made of the privacy address and of numbers to call.
import { html } from 'hono/html';
import type { Block, Reply } from '../../conversation/message.ts';
import { piecesOf } from '../../conversation/show/pieces.ts';
import type { Html } from './page.ts';

export const privacyPath = '/quyen-rieng-tu';

/** What a person typed: no link, and no promise that what is hidden was written down. */
export const ownWords = (text: string): Html =>
  html`${piecesOf(text).map((p) => (p.kind === 'masked' ? '(đã che đi)' : p.text))}`;

/** Runs of details become one list; everything else is a paragraph of its kind, line breaks kept. `privacyAddress`: as replies write it. */
export function replyText({ blocks, asks }: Reply, privacyAddress: string): Html[] {
  // Where a number is asked for, the one that is shown is an example.
  const link = ({ text }: Block) => linked(text, privacyAddress, asks !== 'contact');
  const parts: Html[] = [];
  for (let i = 0; i < blocks.length; i++) {
    const block = blocks[i];
    if (!block) continue;
    if (block.kind === 'detail') {
      const run = [block];
      while (blocks[i + 1]?.kind === 'detail') run.push(blocks[++i] as Block);
      parts.push(html`<ul>${run.map((b) => html`<li>${link(b)}</li>`)}</ul>`);
    } else if (block.kind === 'quote') parts.push(html`<blockquote>${block.text}</blockquote>`);
    else parts.push(html`<p class="${block.kind}">${link(block)}</p>`);
  }
  return parts;
}

/** Nothing else becomes a link, whoever wrote it. */
function linked(text: string, privacyAddress: string, calls: boolean): Html {
  const [first = '', ...rest] = text.split(privacyAddress).map((part) => withCalls(part, calls));
  return html`${first}${rest.map((after) => html`<a href="${privacyPath}">${privacyAddress}</a>${after}`)}`;
}

function withCalls(text: string, calls: boolean): Html {
  return html`${piecesOf(text).map((p) => {
    if (p.kind === 'masked') return '(đã ghi, che đi)';
    return p.kind === 'phone' && calls ? html`<a href="tel:${p.phone}">${p.text}</a>` : p.text;
  })}`;
}
