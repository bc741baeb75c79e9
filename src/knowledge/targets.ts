// The plan that the targets come from, by the clauses they cite.
import type { Knowledge } from './knowledge.ts';

/** "Kế hoạch 12-KH/TU"; several plans are named together; empty when there is no target. */
export function planName(k: Pick<Knowledge, 'targets' | 'provisions' | 'documents'>): string {
  const documents = k.targets.flatMap((t) => t.cites.map((id) => k.provisions.get(id)?.document ?? ''));
  return [...new Set(documents)].flatMap((id) => k.documents.get(id)?.short ?? []).join(', ');
}
