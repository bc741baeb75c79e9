// Looks into the database of a running program from outside, SQLite or PostgreSQL, with one SQL statement.
import SqliteDatabase from 'better-sqlite3';
import pg from 'pg';
import { fileOf, kindOf } from '../../src/database/open.ts';

export async function askDatabase<T extends pg.QueryResultRow>(url: string, sql: string): Promise<T[]> {
  if (kindOf(url) === 'sqlite') {
    const db = new SqliteDatabase(fileOf(url), { readonly: true });
    try {
      return db.prepare<[], T>(sql).all();
    } finally {
      db.close();
    }
  }
  const db = new pg.Client({ connectionString: url });
  db.on('error', () => undefined);
  await db.connect();
  try {
    return (await db.query<T>(sql)).rows;
  } finally {
    await db.end();
  }
}
