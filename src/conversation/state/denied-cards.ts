// Cards that were said not to be meant, and for how many turns more they are not shown unless asked for anew.
import { z } from 'zod';

export const DeniedCards = z.object({ cards: z.array(z.string()), left: z.number().int() });
export type DeniedCards = z.infer<typeof DeniedCards>;
type HasDenied = { denied?: DeniedCards | undefined };

const deniedFor = 4;

export const denying = ({ denied }: HasDenied, cards: readonly string[]): DeniedCards | undefined =>
  cards.length === 0
    ? denied
    : { cards: [...new Set([...(denied?.cards ?? []), ...cards])], left: deniedFor };

/** One turn later, where nothing new was denied in it. */
export const deniedStill = (before: HasDenied, after: HasDenied): DeniedCards | undefined => {
  const { denied } = after;
  if (!denied || denied !== before.denied) return denied;
  return denied.left > 1 ? { ...denied, left: denied.left - 1 } : undefined;
};
