// Keeps what is made from the knowledge, or from one part of it, so that a message only looks it up.

/** `make`, called once for each source; what it made goes when that source goes. */
export function onceFor<Source extends object, Made>(
  make: (source: Source) => Made,
): (source: Source) => Made {
  const made = new WeakMap<Source, { value: Made }>();
  return (source) => {
    const ready = made.get(source);
    if (ready) return ready.value;
    const value = make(source);
    made.set(source, { value });
    return value;
  };
}
