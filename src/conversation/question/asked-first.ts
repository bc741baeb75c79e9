// Of an answer's lines the ones that are surely asked for stand right behind its sentence: on a small screen the seventh line is not read.
import type { Answer } from '../../knowledge/answer.ts';
import { linesOf } from '../../knowledge/said.ts';
import type { Context } from '../context.ts';
import type { Block, Reply } from '../message.ts';
import { withMark } from '../replies/standing.ts';
import { linesAsked } from '../understand/line-asked/index.ts';
import { linesPutAside } from './denied/put-aside.ts';

/** So few are seen at one glance. */
const few = 3;

/** The same lines in another order, the likeliest asked for first; as they stand where they are few, nothing was typed, or the answer itself or no line surely is asked for. */
export function askedFirst(context: Context, whole: Reply, answer: Answer): Reply {
  const { state, heard, world } = context;
  if (heard.kind !== 'text' || answer.details.length <= few) return whole;
  const aside = linesPutAside(context, answer.card);
  const { lines, one, sure } = linesAsked(world.knowledge, answer.card, heard.text, state.topic.form, aside);
  if (!sure || one === 0) return whole;
  const said = linesOf(answer);
  const asked = lines.filter((i) => i > 0).map((i) => withMark(answer, said[i] ?? ''));
  const moved = asked.flatMap((text): Block[] =>
    whole.blocks.filter((b) => b.kind === 'detail' && b.text === text),
  );
  const rest = whole.blocks.filter((b) => !moved.includes(b));
  const at = rest.findIndex((b) => b.kind === 'strong') + 1;
  return { ...whole, blocks: [...rest.slice(0, at), ...moved, ...rest.slice(at)] };
}
