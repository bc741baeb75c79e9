// Node's own fetch for grammY: unlike the one it brings, it gives up connecting after ten seconds, so that a blocked Telegram is told from a slow one.

/** grammY's signals are of a package of its own, which node does not take. */
type Given = Omit<RequestInit, 'signal'> & { signal?: Pick<AbortSignal, 'aborted' | 'addEventListener'> };

export async function patientFetch(url: string, { method, headers, body, signal }: Given): Promise<Response> {
  const stop = new AbortController();
  if (signal?.aborted) stop.abort();
  signal?.addEventListener('abort', () => stop.abort());
  return await fetch(url, {
    ...(method ? { method } : {}),
    ...(headers ? { headers } : {}),
    ...(body ? { body } : {}),
    signal: stop.signal,
  });
}
