// Every way a turn can end; wording, metrics and the staff desk hang off this closed list.
export type Outcome =
  | 'answered'
  | 'choose'
  | 'out_of_date'
  | 'no_answer'
  | 'off_topic'
  | 'small_talk'
  | 'urgent'
  | 'handover'
  | 'action';
