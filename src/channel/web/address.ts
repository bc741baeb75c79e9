// What is stored of a web page's cookie: a keyed hash, with which alone nobody can come as that person.

export const webAddress = (vault: { hash: (text: string) => string }, cookie: string): string =>
  vault.hash(`web:${cookie}`);
