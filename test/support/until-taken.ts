// Sends one message again and again until it is taken, as a browser or a platform does, and says when.

/** Moments by performance.now(). */
export type Taken = { repeats: number; begunAt: number; triedAt: number; takenAt: number };

const patienceMs = 120_000;

/** `send` answers with an HTTP status: 200 and 303 say taken, 429 says too fast, 0 says that nobody answered. */
export async function untilTaken(send: () => Promise<number>): Promise<Taken> {
  const begunAt = performance.now();
  for (let repeats = 0; ; repeats++) {
    const triedAt = performance.now();
    const status = await send();
    const takenAt = performance.now();
    if (status === 303 || status === 200) return { repeats, begunAt, triedAt, takenAt };
    if (takenAt - begunAt > patienceMs) throw new Error(`never taken, last status ${status}`);
    await new Promise((wake) => setTimeout(wake, status === 429 ? 300 : 60));
  }
}
