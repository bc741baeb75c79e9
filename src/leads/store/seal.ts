// Between a lead as people know it and its row: what anybody typed is sealed, hashes for look-up.

import { z } from 'zod';
import type { LeadTable } from '../../database/tables.ts';
import type { Vault } from '../../database/vault.ts';
import { plainWords } from '../../language/fold.ts';
import { type Consent, type Lead, LeadDetails, leadStatuses } from '../lead.ts';
import { openTyped, sealTyped } from './typed.ts';

/** Equal for the same name however it was typed: marks, case and spaces do not count, the order of words does. */
export function nameHash(vault: Vault, name: string): string {
  return vault.hash(`name:${plainWords(name)}`);
}
export const phoneHash = (vault: Vault, phone: string): string => vault.hash(`phone:${phone}`);

type DetailColumns = Pick<
  LeadTable,
  | 'kind'
  | 'form'
  | 'place'
  | 'place_text'
  | 'place_text_sealed'
  | 'product'
  | 'product_text'
  | 'product_text_sealed'
  | 'members'
  | 'member_unit'
  | 'name_sealed'
  | 'name_hash'
  | 'phone_sealed'
  | 'phone_hash'
  | 'best_time'
  | 'best_time_sealed'
  | 'note_sealed'
>;

export function detailColumns(vault: Vault, d: LeadDetails): DetailColumns {
  return {
    kind: d.kind,
    form: d.form ?? null,
    place: d.place ?? null,
    ...sealTyped(vault, 'place_text', d.placeText),
    product: d.product ?? null,
    ...sealTyped(vault, 'product_text', d.productText),
    members: d.members ?? null,
    member_unit: d.memberUnit ?? null,
    name_sealed: d.name ? vault.seal(d.name) : null,
    name_hash: d.name ? nameHash(vault, d.name) : null,
    phone_sealed: d.phone ? vault.seal(d.phone) : null,
    phone_hash: d.phone ? phoneHash(vault, d.phone) : null,
    ...sealTyped(vault, 'best_time', d.bestTime),
    note_sealed: d.note ? vault.seal(d.note) : null,
  };
}

export function consentColumns(
  c: Consent,
): Pick<LeadTable, 'consent_at' | 'consent_channel' | 'consent_message_id' | 'consent_version'> {
  return {
    consent_at: c.at,
    consent_channel: c.channel,
    consent_message_id: c.messageId,
    consent_version: c.version,
  };
}

const open = (vault: Vault, sealed: string | null): string | undefined =>
  sealed === null ? undefined : vault.unseal(sealed);
const some = <T>(value: T | null): T | undefined => value ?? undefined;

export function readLead(vault: Vault, row: LeadTable): Lead {
  const details = LeadDetails.parse({
    kind: row.kind,
    form: some(row.form),
    place: some(row.place),
    placeText: openTyped(vault, row, 'place_text'),
    product: some(row.product),
    productText: openTyped(vault, row, 'product_text'),
    members: some(row.members),
    memberUnit: some(row.member_unit),
    name: open(vault, row.name_sealed),
    phone: open(vault, row.phone_sealed),
    bestTime: openTyped(vault, row, 'best_time'),
    note: open(vault, row.note_sealed),
  });
  return {
    ...details,
    id: row.id,
    code: row.code,
    status: z.enum(leadStatuses).parse(row.status),
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    ...(row.source ? { source: row.source } : {}),
  };
}
