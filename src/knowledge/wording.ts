// The bot's own sentences: every key the program says, read from wording.yaml; $(name) marks are filled in.
import { z } from 'zod';

const sentence = z.string().trim().min(1);

export const wordingKeys = [
  'notice', 'welcome', 'menu', 'unreadable_state', 'fault', 'unsupported', 'empty', 'too_long', 'english',
  'ended_period', 'ended_replaced', 'ended_plain', 'not_yet', 'partly_ended', 'unknown_date', 'as_of', 'interest_open',
  'cites', 'cites_summary', 'read_from', 'quote_intro', 'no_quote',
  'choose', 'choose_hint', 'not_these', 'no_answer', 'no_answer_again', 'later_noted', 'rephrase', 'two_questions',
  'staff_office', 'staff_no_office', 'staff_offer', 'talk_taken',
  'label_register', 'label_staff', 'label_ask', 'label_my_data', 'label_quote', 'label_none', 'label_later', 'label_skip',
  'label_yes_consent', 'label_no_consent', 'label_confirm', 'label_edit', 'label_stop', 'label_yes_erase', 'label_keep',
  'label_tht', 'label_htx', 'label_unsure', 'label_update', 'label_another', 'label_contact',
  'register_start', 'register_again', 'ask_form', 'ask_place', 'ask_place_again', 'ask_place_which', 'place_outside', 'place_trap',
  'ask_product', 'ask_members', 'ask_members_again', 'ask_consent', 'ask_consent_again', 'consent_refused', 'ask_name',
  'ask_name_again', 'ask_phone', 'ask_phone_again', 'ask_time', 'summary', 'summary_hint', 'edit_which', 'resume', 'resume_days',
  'back_to_form', 'stopped', 'nothing_to_stop', 'saved', 'updated', 'callback_start', 'callback_saved', 'nothing_to_edit',
  'my_data', 'my_data_none', 'erase_sure', 'erased', 'erase_kept', 'status_line', 'status_none',
  'line_form', 'line_place', 'line_product', 'line_members', 'line_name', 'line_phone', 'line_time', 'line_status', 'line_skipped',
  'form_tht', 'form_htx', 'form_unsure', 'form_lien_hiep',
  'status_new', 'status_contacted', 'status_waiting', 'status_formed', 'status_closed',
  'validity_in_force', 'validity_ended', 'validity_not_yet', 'validity_unknown', 'told', 'privacy_link',
] as const;
export type WordingKey = (typeof wordingKeys)[number];

const shape = Object.fromEntries(wordingKeys.map((key) => [key, sentence])) as Record<WordingKey, typeof sentence>;
export const Wording = z.strictObject({ version: sentence, ...shape });
export type Wording = z.infer<typeof Wording>;

/** The sentence of `key` with its $(name) marks filled. A mark without a value is a fault of ours, so it throws. */
export function say(wording: Wording, key: WordingKey, values: Record<string, string | number> = {}): string {
  return fill(wording[key], values);
}

export function fill(sentence: string, values: Record<string, string | number>): string {
  return sentence.replace(/\$\(([a-z_]+)\)/g, (_, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`wording: no value for $(${name})`);
    return String(value);
  });
}
