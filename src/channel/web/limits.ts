// What the web page can carry, and how many live pages one person and one address may hold open.
import type { Limits } from '../../conversation/message.ts';

export const limits: Limits = { maxText: 20_000, maxChoices: 8, maxLabel: 120, buttons: true };

/** Live pages at once; many people share an address where a mobile network has few. All together leave the half of a process's connections free. */
export const livePages = { person: 5, address: 100, all: 1000 };
