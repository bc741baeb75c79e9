// The signs that speak for a reading of a follow-up: by likeness, by how a card stands to the talk, by what it tells.

/** Likenesses are in log-odds above the least, shares from 0 to 1, all else is 1. */
export const signNames = [
  // How likely the message means this: as typed, with the form the talk is about, the better of both, and behind the last subject.
  'typed',
  'inForm',
  'likelier',
  'behind',
  // How likely the last answer's title means this.
  'subject',
  // Small talk or off the topic; none of all that is known.
  'cue',
  'none',
  // How likely it means this behind what was asked last, as far as it leans.
  'behindAsked',
  // The last answer itself; besides how much the message leans.
  'again',
  'leansAgain',
  // The last answer names this as related, or this names the last.
  'related',
  'relates',
  'topic',
  // The answer before the last; near to that one.
  'wasBefore',
  'nearBefore',
  // Near to the last answer, or resting on its texts, where the message points at it ("nó", "cái đó"); or neither.
  'pointedNear',
  'pointedText',
  'pointedFar',
  // Rests on a text that the last answer rests on; has one in its title that the last title has; is about one that the message names, or not.
  'sameText',
  'sameTitleText',
  'namedText',
  'otherText',
  // Of an aspect that the message names, or not; besides near to the last answer, or on the same text.
  'aspect',
  'otherAspect',
  'aspectNear',
  'aspectText',
  // Its title names an aspect that the message names.
  'aspectTitle',
  // Of the last answer's aspect, where the message names another form or text, or names nothing.
  'swap',
  'stay',
  'onlyForm',
  'otherForm',
  // Another case of what the last answer is about (another crop), which the message names, or does not.
  'namedCase',
  'unnamedCase',
  // A card that only says that nothing checked is known.
  'unknown',
  // Its text tells the aspect that the message names, or not; and what share of the message's own words it holds; the same of the last answer.
  'tells',
  'silent',
  'holds',
  'tellsAgain',
  'silentAgain',
  'holdsAgain',
  // What share of the message's own words its nearest way of asking holds, and what share of the words of both is common.
  'askHolds',
  'askMeets',
  // How many answers the last one and this have both as related.
  'relatedBetween',
  // An answer earlier in the talk than those two; near to one of them.
  'wasEarlier',
  'nearEarlier',
] as const;
export type SignName = (typeof signNames)[number];

/** A value for each name, in their order; 0 where the sign is missing. */
export type Signs = Float64Array;
export const noSigns = (): Signs => new Float64Array(signNames.length);

/** Where each sign stands among them. */
export const at = Object.fromEntries(signNames.map((name, place) => [name, place])) as Readonly<
  Record<SignName, number>
>;
