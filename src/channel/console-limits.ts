// What the terminal can carry: anything, with choices shown as words.
import type { Limits } from '../conversation/message.ts';

export const consoleLimits: Limits = { maxText: 100_000, maxChoices: 9, maxLabel: 200, buttons: true };
