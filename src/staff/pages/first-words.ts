// The first words of what somebody wrote, cut between words: enough to know it by in a list, or in the name of a button.
const mostWords = 90;

export function firstWords(text: string): string {
  if (text.length <= mostWords) return text;
  const cut = text.slice(0, mostWords);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), mostWords / 2))}…`;
}
