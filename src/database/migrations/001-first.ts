// The first schema: everything in tables.ts, with the indexes its stores look things up by.
import { type CreateTableBuilder, type Kysely, sql } from 'kysely';

type Columns = Record<string, 'text' | 'text?' | 'int' | 'int?' | 'flag'>;

function withColumns(table: CreateTableBuilder<string, never>, columns: Columns) {
  let built: CreateTableBuilder<string, string> = table;
  for (const [name, kind] of Object.entries(columns)) {
    const type = kind.startsWith('text') ? 'text' : 'integer';
    built = built.addColumn(name, type, (c) => {
      if (name === 'id') return c.primaryKey().notNull();
      if (kind === 'flag') return c.notNull().defaultTo(0);
      return kind.endsWith('?') ? c : c.notNull();
    });
  }
  return built;
}

export async function up(db: Kysely<never>): Promise<void> {
  const create = (name: string, columns: Columns) =>
    withColumns(db.schema.createTable(name) as CreateTableBuilder<string, never>, columns);
  const index = (table: string, columns: string[], unique = false) => {
    const built = db.schema
      .createIndex(`${table}_${columns.join('_')}`)
      .on(table)
      .columns(columns);
    return (unique ? built.unique() : built).execute();
  };

  await create('identity', {
    id: 'text',
    channel: 'text',
    address: 'text',
    blocked: 'flag',
    created_at: 'text',
    seen_at: 'text',
  }).execute();
  await index('identity', ['channel', 'address'], true);

  await create('conversation', {
    id: 'text',
    identity_id: 'text',
    state_sealed: 'text?',
    staff_until: 'text?',
    last_seq: 'int',
    created_at: 'text',
    updated_at: 'text',
  }).execute();
  await index('conversation', ['identity_id'], true);
  await index('conversation', ['updated_at']);

  await create('inbound', { channel: 'text', address: 'text', message_id: 'text', received_at: 'text' })
    .addPrimaryKeyConstraint('inbound_key', ['channel', 'address', 'message_id'] as never)
    .execute();
  await index('inbound', ['received_at']);

  await create('turn', {
    id: 'text',
    conversation_id: 'text',
    seq: 'int',
    at: 'text',
    said: 'text?',
    replies: 'text',
    outcome: 'text',
    cards: 'text',
    staff_id: 'text?',
  }).execute();
  await index('turn', ['conversation_id', 'seq'], true);
  await index('turn', ['at']);

  await create('outbox', {
    id: 'text',
    conversation_id: 'text',
    identity_id: 'text',
    channel: 'text',
    seq: 'int',
    turn_id: 'text?',
    body_sealed: 'text?',
    status: 'text',
    attempts: 'int',
    next_at: 'text',
    claimed_until: 'text?',
    created_at: 'text',
    done_at: 'text?',
  }).execute();
  await index('outbox', ['conversation_id', 'seq'], true);
  await sql`create index outbox_due on outbox (channel, next_at) where status = 'pending'`.execute(db);
  await sql`create index outbox_open on outbox (conversation_id, seq) where status = 'pending'`.execute(db);

  await create('lead', {
    id: 'text',
    code: 'text',
    identity_id: 'text',
    conversation_id: 'text',
    kind: 'text',
    form: 'text?',
    place: 'text?',
    place_text: 'text?',
    product: 'text?',
    product_text: 'text?',
    members: 'int?',
    name_sealed: 'text?',
    name_hash: 'text?',
    phone_sealed: 'text?',
    phone_hash: 'text?',
    best_time: 'text?',
    note_sealed: 'text?',
    source: 'text?',
    status: 'text',
    status_reason: 'text?',
    assigned_to: 'text?',
    consent_at: 'text',
    consent_channel: 'text',
    consent_message_id: 'text',
    consent_version: 'text',
    created_at: 'text',
    updated_at: 'text',
    erased_at: 'text?',
  }).execute();
  await index('lead', ['code'], true);
  for (const column of ['identity_id', 'status', 'created_at', 'phone_hash', 'name_hash'])
    await index('lead', [column]);

  await create('lead_event', {
    id: 'text',
    lead_id: 'text',
    at: 'text',
    actor: 'text',
    kind: 'text',
    from_value: 'text?',
    to_value: 'text?',
    body_sealed: 'text?',
  }).execute();
  await index('lead_event', ['lead_id', 'at']);

  await create('gap', {
    id: 'text',
    conversation_id: 'text',
    turn_id: 'text',
    at: 'text',
    question: 'text',
    folded: 'text',
    nearest: 'text?',
    reason: 'text',
    wants_reply: 'flag',
    status: 'text',
    status_by: 'text?',
    status_at: 'text?',
  }).execute();
  await index('gap', ['status', 'at']);
  await index('gap', ['conversation_id']);

  await create('staff_account', {
    id: 'text',
    login: 'text',
    name: 'text',
    role: 'text',
    password_hash: 'text?',
    disabled: 'flag',
    telegram_chat: 'text?',
    created_at: 'text',
    signed_in_at: 'text?',
  }).execute();
  await index('staff_account', ['login'], true);

  await create('staff_session', {
    token_hash: 'text',
    account_id: 'text',
    csrf: 'text',
    created_at: 'text',
    seen_at: 'text',
    expires_at: 'text',
  })
    .addPrimaryKeyConstraint('staff_session_key', ['token_hash'] as never)
    .execute();
  await index('staff_session', ['account_id']);

  await create('staff_link', {
    token_hash: 'text',
    purpose: 'text',
    account_id: 'text?',
    role: 'text?',
    expires_at: 'text',
    used_at: 'text?',
  })
    .addPrimaryKeyConstraint('staff_link_key', ['token_hash'] as never)
    .execute();

  await create('attempt', { key: 'text', at: 'text' }).execute();
  await index('attempt', ['key', 'at']);

  await create('operator', { key: 'text', value: 'text', updated_at: 'text', updated_by: 'text' })
    .addPrimaryKeyConstraint('operator_key', ['key'] as never)
    .execute();

  await create('audit', {
    id: 'text',
    at: 'text',
    actor: 'text',
    action: 'text',
    subject: 'text',
    detail: 'text',
  }).execute();
  await index('audit', ['at']);

  await create('channel_store', { key: 'text', value_sealed: 'text', updated_at: 'text' })
    .addPrimaryKeyConstraint('channel_store_key', ['key'] as never)
    .execute();
}
