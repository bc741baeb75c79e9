// Which of the verified facts the published cards rest on, which are set aside with a reason, which are forgotten.
import { z } from 'zod';
import type { Knowledge } from './knowledge.ts';
import { Confidence } from './schema/provision.ts';

/** One entry of facts.json; only these fields are read. */
export const Fact = z.object({
  id: z.string(),
  statement: z.string(),
  article: z.string().nullish(),
  note: z.string().nullish(),
  quote: z.string().nullish(),
  confidence: z.string(),
});
export type Fact = z.infer<typeof Fact>;

export type Coverage = {
  used: Fact[];
  setAside: { fact: Fact; reason: string }[];
  forgotten: Fact[];
  /** Set aside though a card uses it, or no such fact. */
  stale: string[];
};

/** Only what was read so may be published: what a clause may give as its own confidence. */
export const isPublishable = ({ confidence }: Fact): boolean => Confidence.safeParse(confidence).success;

/** Lines of KHONG-DUNG.md: "- `ID`: reason". */
export function reasonsIn(markdown: string): Map<string, string> {
  return new Map([...markdown.matchAll(/^- `([A-Z0-9-]+)`: (.+)$/gm)].map((m) => [m[1] ?? '', m[2] ?? '']));
}

export function coverageOf(
  knowledge: Knowledge,
  facts: readonly Fact[],
  reasons: ReadonlyMap<string, string>,
): Coverage {
  const cited = new Set<string>();
  const clauses = [
    ...[...knowledge.cards.values()].flatMap((c) => [...c.cites, ...c.background]),
    ...[...knowledge.places.values()].flatMap((p) => p.cites),
    ...knowledge.targets.flatMap((t) => t.cites),
  ];
  for (const clause of clauses)
    for (const fact of knowledge.provisions.get(clause)?.facts ?? []) cited.add(fact);
  const open = facts.filter(isPublishable);
  const ids = new Set(open.map((f) => f.id));
  return {
    used: open.filter((f) => cited.has(f.id)),
    setAside: open.flatMap((fact) => {
      const reason = reasons.get(fact.id);
      return reason && !cited.has(fact.id) ? [{ fact, reason }] : [];
    }),
    forgotten: open.filter((f) => !cited.has(f.id) && !reasons.has(f.id)),
    stale: [...reasons.keys()].filter((id) => cited.has(id) || !ids.has(id)),
  };
}
