// Loaded into the program before it starts (`--import`): its Date is as many milliseconds off as the file named in JUMPING_CLOCK says, read again all the time.
import { readFileSync } from 'node:fs';

const file = process.env.JUMPING_CLOCK ?? '';
const Real = Date;
let off = 0;
function read(): void {
  try {
    off = Number(readFileSync(file, 'utf8'));
  } catch {
    off = 0;
  }
}
read();
setInterval(read, 20).unref();

const now = (): number => Real.now() + off;
globalThis.Date = new Proxy(Real, {
  construct: (target, args: unknown[]) => Reflect.construct(target, args.length === 0 ? [now()] : args),
  get: (target, key) => (key === 'now' ? now : Reflect.get(target, key)),
});
