// "Muoi hai nguoi", "hai muoi ho" typed without marks: in digits, right before what is counted, where "muoi" can be no salt.

export const withTensInDigits = (text: string): string =>
  text.replace(tens, (_, many: string | undefined, one: string | undefined) =>
    String((many ? digitOf(many) : 1) * 10 + (one ? digitOf(one) : 0)),
  );

const tens =
  /(?<![\p{L}\d])(?:(hai|ba|bon|nam|sau|bay|tam|chin) )?muoi(?: (mot|hai|ba|bon|tu|lam|nham|sau|bay|tam|chin))?(?= (?:nguoi|nha|ho|gia dinh|thanh vien|anh em|chi em|ba con)(?!\p{L}))/giu;
const values: Record<string, number> = {
  mot: 1,
  hai: 2,
  ba: 3,
  bon: 4,
  tu: 4,
  nam: 5,
  lam: 5,
  nham: 5,
  sau: 6,
  bay: 7,
  tam: 8,
  chin: 9,
};
const digitOf = (word: string): number => values[word.toLowerCase()] ?? 0;
