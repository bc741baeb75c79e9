// What each agreement with the talk is worth to a follow-up, in log-odds; tuned on dialogs written for it and the tuning part of the labelled ones.
export const worth = {
  /** Words up to which a message may lean on the talk wholly, and from which it tells its own story. */
  brief: 8,
  longest: 14,
  /** A message that leans less than this is not read behind the last subject at all. */
  alone: 0.15,
  /** How much of a leaning message's own likeness is doubted, and what likeness behind the last subject counts. */
  doubt: 0.5,
  /** From this score a reading alone is not doubted, where the talk's form does not change it. */
  whole: 0.97,
  about: 1.485,
  likeness: 1,
  /** Where a card related to the last answer, or of the aspect asked, starts from. */
  near: 0.06,
  /** A leaning message is about what the talk is about, hardly about anything else. */
  inTalk: 1,
  related: 2.43,
  topic: 0.585,
  sameText: 1.1,
  otherText: -2,
  aspect: 2.16,
  otherAspect: -1.5,
  lastAspect: 2.2,
  form: 0.3,
  onlyForm: 0.95,
  otherForm: -3.5,
};
