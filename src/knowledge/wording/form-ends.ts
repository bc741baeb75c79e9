// The form left, taken up again and sent.
export const formEndKeys = [
  'form_open',
  'back_to_form',
  'paused',
  'paused_callback',
  'resume',
  'resume_days',
  'draft_gone',
  'dung_go_on',
  'dung_send',
  'note_dropped',
  'note_sent',
  'sent_already',
  'saved',
  'lines_put_back',
  'edit_dropped',
  'updated',
] as const;
