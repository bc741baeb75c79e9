// To whom forming a group is not offered: who told of a cooperative they have, of a loss or a quarrel, or only mean to join one, until they wish for it themselves.
import { say } from '../../knowledge/wording.ts';
import { type Context, changing, type Draft } from '../context.ts';
import type { Outcome } from '../outcome.ts';
import type { State } from '../state.ts';
import { isAboutLoss } from '../understand/loss/kept.ts';
import { notFormingBy } from '../understand/not-forming.ts';
import { wishesToForm } from '../understand/wish.ts';

/** Told now, or asked about a loss; it holds for the talk. */
export function notForming({ state, heard, world }: Context, draft: Draft): State['notForming'] {
  if (draft.state.flow || draft.outcome === 'action') return undefined;
  const told = heard.kind === 'text' ? notFormingBy(heard.text) : undefined;
  if (heard.kind === 'text' && wishesToForm(heard.text, world.knowledge)) return undefined;
  const ofLoss =
    draft.outcome !== 'choose' &&
    (draft.cards ?? [])
      .flatMap((id) => world.knowledge.cards.get(id) ?? [])
      .some((card) => isAboutLoss(world.knowledge, card));
  return told ?? state.notForming ?? (ofLoss ? 'harmed' : undefined);
}

const outcomes: readonly Outcome[] = [
  'answered',
  'out_of_date',
  'no_answer',
  'choose',
  'small_talk',
  'off_topic',
];

/** The draft without the offer, and without the words that lead to it; who was harmed and now asks how to form one is offered it. */
export function withoutOffer(
  { world: { knowledge } }: Context,
  draft: Draft,
  why: State['notForming'],
): Draft {
  if (!why || !outcomes.includes(draft.outcome) || draft.state.flow) return draft;
  if (why === 'harmed' && draft.cards?.some((id) => knowledge.cards.get(id)?.action === 'register'))
    return draft;
  const open = say(knowledge.wording, 'interest_open');
  return changing(draft, (replies) =>
    replies.map((r) => ({
      ...r,
      blocks: r.blocks.filter((b) => b.text !== open),
      choices: r.choices.filter((c) => c.id !== 'do:register'),
    })),
  );
}
