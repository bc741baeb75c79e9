// How a check names a mistake: the thing, the path inside it, and what to do about it.
import type { Written } from '../assemble.ts';
import type { Problem } from '../read.ts';

export type Report = (kind: string, id: string, path: readonly PropertyKey[], message: string) => void;

export function reporter(written: Written, problems: Problem[]): Report {
  return (kind, id, path, message) => {
    const at = written.get(`${kind}:${id}`);
    const line = at ? at.lineOf([...at.path, ...path]) : 1;
    problems.push({ file: at?.file ?? `${kind}:${id}`, line, message });
  };
}
