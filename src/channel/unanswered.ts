// A message that was sent and got no answer: did it perhaps arrive all the same?

/** The request was never written: no connection came about. */
const neverLeft = /^(ECONNREFUSED|ENOTFOUND|EAI_|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT|CERT_|ERR_TLS_)/;
/** A connection that breaks sooner than this was mostly closed already when the message came to it. */
const soonMs = 5000;

/** `began`: of the call, by performance.now(). Silence and a break after a long silence are what slow platforms end in. */
export function mayHaveArrived(error: unknown, signal: AbortSignal, began: number): boolean {
  if (codesOf(error).some((code) => neverLeft.test(code))) return false;
  return signal.aborted || performance.now() - began >= soonMs;
}

/** fetch wraps what happened, and a name with several addresses several of it. */
function codesOf(error: unknown): string[] {
  if (!(error instanceof Error)) return [];
  const inner = error instanceof AggregateError ? error.errors : [];
  return [
    ...('code' in error ? [String(error.code)] : []),
    ...[error.cause, ...inner].flatMap((e) => codesOf(e)),
  ];
}
