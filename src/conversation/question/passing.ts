// What is said in passing: thanks, a closing, small talk in its very words.
import type { Knowledge } from '../../knowledge/knowledge.ts';
import type { Cue } from '../../knowledge/schema/cue.ts';
import { cueOf } from '../../knowledge/search.ts';
import { isThanks } from '../../language/asking.ts';
import { closingOf } from '../../language/closing.ts';
import type { Context } from '../context.ts';
import { saysThatOne } from '../understand/choice.ts';
import { namedIn, namesSubject } from '../understand/named.ts';
import { wordForWord } from '../understand/phrasing/word-for-word.ts';

/** `text`: the message without what opens it and its words of time. */
export const saidInPassing = (context: Context, message: string, text: string): Cue | undefined => {
  const { knowledge } = context.world;
  return (
    wordForWord(knowledge, text) ??
    thanksIn(knowledge, message) ??
    closingIn(context, message) ??
    (saysThatOne(text) ? wordForWord(knowledge, 'vâng') : undefined)
  );
};

/** "Thế là rõ rồi", "để tôi bàn với vợ đã", behind an answer. */
function closingIn({ state, world }: Context, message: string): Cue | undefined {
  const behind = state.topic.card !== undefined || state.unsure !== undefined;
  const closing = behind && !namesSubject(namedIn(world.knowledge, message)) ? closingOf(message) : undefined;
  return closing && wordForWord(world.knowledge, closing === 'thanks' ? 'cảm ơn' : 'vâng');
}

/** "Cam on moi nguoi nhe": whoever they are to. */
function thanksIn(knowledge: Knowledge, message: string): Cue | undefined {
  if (!isThanks(message)) return undefined;
  const hits = knowledge.search.rank(message).flatMap(({ id }) => cueOf(knowledge, id) ?? []);
  return (
    hits.find(({ outcome, does }) => outcome === 'small_talk' && !does) ?? wordForWord(knowledge, 'cảm ơn')
  );
}
