// What is heeded before any question: distress, and anger at the bot.
export const feelingKeys = [
  'urgent_again',
  'urgent_thanks',
  'urgent_calm',
  'sick_animals',
  'sick_apart',
  'sick_sell',
  'lent_name',
  'heard',
  'heard_again',
  'vents',
  'leaves_upset',
  'sorry',
  'sorry_again',
  'sorry_unknown',
  'sorry_person',
  'misheard',
] as const;
