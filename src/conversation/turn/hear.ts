// Reads what came in: a tapped or typed choice, words, a shared contact; bounded, cleaned, never trusted.
import { clean, fold, syllables } from '../../language/fold.ts';
import type { Heard } from '../context.ts';
import { saysKeep } from '../flows/register/read/typed.ts';
import type { Choice, Said } from '../message.ts';
import type { State } from '../state.ts';
import { chosenAmong, saysThatOne } from '../understand/choice.ts';

/** A question longer than this is read to here; farmers' stories fit many times over. */
const longest = 1000;

export function hear(state: State, said: Said): Heard {
  switch (said.kind) {
    case 'start':
      return { kind: 'start', source: said.source?.match(/^[A-Za-z0-9_-]{1,64}$/)?.[0] };
    case 'contact':
      return {
        kind: 'contact',
        phone: said.phone.slice(0, 40),
        name: said.name && clean(said.name).slice(0, 80),
      };
    case 'unsupported':
      return { kind: 'unsupported' };
    case 'choose': {
      const id = said.id.slice(0, 64);
      return { kind: 'choice', id, text: state.offered.find((c) => c.id === id)?.label ?? '' };
    }
    case 'text': {
      const text = clean(said.text.slice(0, 20_000));
      if (text === '') return { kind: 'empty' };
      const choice = chosenAmong(text, state.offered, expectsTyping(state)) ?? theOneAskedAbout(state, text);
      if (choice && !(choice.id === 'do:stop' && mayMeanElse(state, text)) && !fillsLine(choice.id, text))
        return { kind: 'choice', id: choice.id, text };
      return { kind: 'text', text: text.slice(0, longest), cut: text.length > longest };
    }
  }
}

/** "Số người: 7" fills the line that "Số người" only names. */
const fillsLine = (id: string, text: string): boolean =>
  id.startsWith('edit:') && /\p{L}/u.test(text) && /\d/.test(text);

/** "Có phải bạn muốn hỏi câu dưới đây không?" – "ừ, đấy". What was answered already as the likeliest is not asked about. */
function theOneAskedAbout(state: State, text: string): Choice | undefined {
  const cards = state.offered.filter((c) => c.id.startsWith('card:'));
  const asked = state.unsure !== undefined && !state.unsure.answered && state.unsure.offered.length === 1;
  return asked && !state.flow && cards.length === 1 && saysThatOne(text) ? cards[0] : undefined;
}

/** In steps that want typed words, a bare number is the answer, not the place of a choice. */
function expectsTyping(state: State): boolean {
  if (state.flow?.flow !== 'register') return false;
  return ['place', 'product', 'members', 'consent', 'name', 'phone', 'time', 'note'].includes(
    state.flow.step,
  );
}

/** "Thôi" where a line to change is asked for gives up the changing; "dung" without marks in a form, or "huy" where a name is asked for or the form is to be sent: Dung, Dũng, Huy, đúng … Only with its marks does it throw the form away there. */
export const mayMeanElse = ({ flow }: State, text: string): boolean =>
  flow?.flow === 'register' &&
  ((flow.step === 'edit-which' && saysKeep(text)) ||
    ((flow.step === 'name' || flow.step === 'summary' || syllables(text)[0] === 'dung') &&
      syllables(text).length === 1 &&
      clean(text).toLowerCase() === fold(text)));
