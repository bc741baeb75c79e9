// A command of the program as a person runs it: its exit code and all it printed.
import { execFile } from 'node:child_process';
import { join } from 'node:path';

export const command = (file: string, arg: string | readonly string[], env: Record<string, string>) =>
  new Promise<{ code: number; output: string }>((done) => {
    const options = { cwd: join(import.meta.dirname, '../..'), env: { ...process.env, ...env } };
    execFile(process.execPath, [file, ...[arg].flat()], options, (error, out, err) =>
      done({ code: typeof error?.code === 'number' ? error.code : 0, output: out + err }),
    );
  });
