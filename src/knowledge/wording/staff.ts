// Officers: where they are found, the talk they take over, and the call that is asked for.
export const staffKeys = [
  'staff_office',
  'staff_no_office',
  'talk_taken',
  'talk_taken_number',
  'talk_given_back',
  'talk_returned',
  'callback_start',
  'callback_again',
  'callback_about',
  'callback_matter',
  'callback_saved',
] as const;
