// A person's own data, shown and erased, and where what they sent stands.
export const myDataKeys = [
  'my_data',
  'my_data_none',
  'my_data_draft',
  'erase_sure',
  'erased',
  'erase_kept',
  'erase_again',
  'erase_all_only',
  'erase_lapsed',
  'status_line',
  'status_none',
  'status_new',
  'status_contacted',
  'status_waiting',
  'status_formed',
  'status_closed',
] as const;
