// The plan's targets: what the plan is called, how much a year asks for, and which of its dates are over.
import type { Knowledge } from './knowledge.ts';
import type { Target } from './schema/target.ts';

/** "Kế hoạch 12-KH/TU"; several plans are named together; empty when there is no target. */
export function planName(k: Pick<Knowledge, 'targets' | 'provisions' | 'documents'>): string {
  const documents = k.targets.flatMap((t) => t.cites.map((id) => k.provisions.get(id)?.document ?? ''));
  return [...new Set(documents)].flatMap((id) => k.documents.get(id)?.short ?? []).join(', ');
}

/** How much every year asks for; undefined when the plan says nothing of it, or not as a number. */
export function yearlyTarget(k: Pick<Knowledge, 'targets'>, measure: Target['measure']): number | undefined {
  const found = k.targets.find((t) => t.when === 'year' && t.measure === measure);
  const most = Number(found?.at_least);
  return Number.isFinite(most) && most > 0 ? most : undefined;
}

/** `today` is YYYY-MM-DD; what is to be reached by 2025 is over from the first day of 2026. */
export function isPast(target: Pick<Target, 'when'>, today: string): boolean {
  return target.when !== 'year' && Number(target.when) < Number(today.slice(0, 4));
}
