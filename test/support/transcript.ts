// Whole talks as files a curator can read: what is said, how the turn ends, what the reply has or must not have.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Said } from '../../src/conversation/message.ts';

export type Shown = {
  outcome: string;
  cards: readonly string[];
  text: string;
  choices: readonly { id: string; label: string }[];
};
export type Step =
  | { kind: 'say'; text: string }
  | { kind: 'tap'; label: string }
  | { kind: 'contact'; phone: string }
  | { kind: 'later'; hours: number }
  | { kind: 'ends'; outcome: string; cards: string[] }
  | { kind: 'has' | 'not' | 'offers' | 'lacks'; text: string };
export type Transcript = { name: string; steps: { line: number; step: Step }[] };
/** Takes one thing said and gives what the person then sees. */
export type Driver = { say: (said: Said) => Promise<Shown>; later: (hours: number) => void };

const folder = join(import.meta.dirname, '../transcripts');

export function transcripts(): Transcript[] {
  return readdirSync(folder)
    .filter((f) => f.endsWith('.txt'))
    .sort()
    .map((file) => ({
      name: file.replace('.txt', ''),
      steps: parse(readFileSync(join(folder, file), 'utf8'), file),
    }));
}

/**
 * `> words` says, `>> label` taps, `>contact 0912…` shares a number, `later 30h` waits; then `= outcome card…` and
 * `has`, `not`, `offers`, `lacks` (a choice's label) speak of the last reply. `#` is a remark.
 */
function parse(text: string, file: string): Transcript['steps'] {
  return text.split('\n').flatMap((raw, i) => {
    const line = raw.trim();
    if (line === '' || line.startsWith('#')) return [];
    return [{ line: i + 1, step: stepOf(line) ?? fail(`${file}:${i + 1}: not understood: ${line}`) }];
  });
}

function stepOf(line: string): Step | undefined {
  const [head = '', rest = ''] = line.split(/\s+(.*)/s);
  if (head === '>') return { kind: 'say', text: rest };
  if (head === '>>') return { kind: 'tap', label: rest };
  if (head === '>contact') return { kind: 'contact', phone: rest };
  if (head === 'later') return { kind: 'later', hours: Number.parseInt(rest, 10) };
  if (head === '=') {
    const [outcome = '', ...cards] = rest.split(/\s+/);
    return { kind: 'ends', outcome, cards };
  }
  if (head === 'has' || head === 'not' || head === 'offers' || head === 'lacks')
    return { kind: head, text: rest };
  return undefined;
}

const fail = (message: string): never => {
  throw new Error(message);
};

/** Choices in words stand in small letters. */
const same = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

/** Runs a talk; throws with file and line at the first thing that is not as written. */
export async function runTranscript(talk: Transcript, driver: Driver): Promise<void> {
  let shown: Shown | undefined;
  for (const { line, step } of talk.steps) {
    const wrong = (what: string): never =>
      fail(
        `${talk.name}.txt:${line}: ${what}\n${shown?.outcome} ${shown?.cards.join(' ')}\n${shown?.text}\n[${shown?.choices.map((c) => c.label).join('] [')}]`,
      );
    if (step.kind === 'say') shown = await driver.say({ kind: 'text', text: step.text });
    else if (step.kind === 'contact') shown = await driver.say({ kind: 'contact', phone: step.phone });
    else if (step.kind === 'later') driver.later(step.hours);
    else if (step.kind === 'tap') {
      const choice =
        shown?.choices.find((c) => same(c.label, step.label)) ?? wrong(`no choice “${step.label}”`);
      shown = await driver.say({ kind: 'choose', id: choice.id });
    } else if (!shown) wrong('nothing was said yet');
    else if (step.kind === 'ends') {
      if (shown.outcome !== step.outcome) wrong(`ended ${shown.outcome}, not ${step.outcome}`);
      if (step.cards.length > 0 && step.cards.join(' ') !== shown.cards.join(' '))
        wrong(`cards ${shown.cards.join(' ')}, not ${step.cards.join(' ')}`);
    } else if (step.kind === 'has' && !shown.text.includes(step.text)) wrong(`does not have “${step.text}”`);
    else if (step.kind === 'not' && shown.text.includes(step.text)) wrong(`has “${step.text}”`);
    else if (step.kind === 'offers' && !shown.choices.some((c) => same(c.label, step.text)))
      wrong(`does not offer “${step.text}”`);
    else if (step.kind === 'lacks' && shown.choices.some((c) => same(c.label, step.text)))
      wrong(`offers “${step.text}”`);
  }
}
