// How a check names a mistake: the thing, the path inside it, and what to do about it.
import type { Written } from '../files/assemble.ts';
import type { Problem } from '../files/read-yaml.ts';

export type Report = (kind: string, id: string, path: readonly PropertyKey[], message: string) => unknown;

/** Where a thing, or a part of it, was written. */
export type WhereIs = (
  kind: string,
  id: string,
  path: readonly PropertyKey[],
) => { file: string; line: number };

export const whereIsIn =
  (written: Written): WhereIs =>
  (kind, id, path) => {
    const at = written.get(`${kind}:${id}`);
    return { file: at?.file ?? `${kind}:${id}`, line: at ? at.lineOf([...at.path, ...path]) : 1 };
  };

export function reporter(written: Written, problems: Problem[]): Report {
  const whereIs = whereIsIn(written);
  return (kind, id, path, message) => problems.push({ ...whereIs(kind, id, path), message });
}
