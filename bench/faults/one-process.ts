// The place of most faults: a folder of its own, a SQLite file, one process of the program.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Running } from '../../test/support/process.ts';
import type { Place } from './group.ts';
import { openScene, type SceneOptions } from './scene.ts';

export type OneProcess = Place & { program: Running; folder: string };
type Options = Partial<SceneOptions> & {
  folder?: string;
  /** Where the database lies, when not in `folder`. */
  fileFolder?: string;
  /** What else must go when it is over. */
  remove?: () => void | Promise<void>;
};

export const scratchFolder = (): string => mkdtempSync(join(tmpdir(), 'hoi-htx-faults-'));

export async function oneProcess(options: Options = {}): Promise<OneProcess> {
  const folder = options.folder ?? scratchFolder();
  const url = `sqlite:${join(options.fileFolder ?? folder, 'bench.db')}`;
  const clean = async (): Promise<void> => {
    await options.remove?.();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    const scene = await openScene({ url, dataDir: folder, ...options });
    const [program] = scene.programs;
    if (!program) throw new Error('no program runs');
    const close = async (): Promise<void> => {
      await scene.close();
      await clean();
    };
    return { scene, program, folder, close };
  } catch (error) {
    await clean();
    throw error;
  }
}
