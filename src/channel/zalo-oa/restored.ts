// After an older copy was put back: the OA's tokens of the replaced database stay, if newer; Zalo has killed those before them.
import type { ChannelStore } from '../store.ts';
import { Pair, tokensKey, troubleKey } from './tokens.ts';

/** `replaced` is the value under `tokensKey` in the database that was replaced. */
export async function keepNewerTokens(store: ChannelStore, replaced: string | undefined): Promise<boolean> {
  const [theirs, ours] = [replaced, await store.get(tokensKey)].map((text) => {
    const read = text ? Pair.safeParse(JSON.parse(text)) : undefined;
    return read?.success ? read.data : undefined;
  });
  if (!theirs || (ours && ours.refreshAt >= theirs.refreshAt)) return false;
  await store.put(tokensKey, JSON.stringify(theirs));
  await store.remove(troubleKey);
  return true;
}
