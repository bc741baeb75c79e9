// Another program with the SQLite file open, such as a shell somebody left, that holds its write lock.
import SqliteDatabase from 'better-sqlite3';

export function holderOf(file: string) {
  const db = new SqliteDatabase(file);
  return {
    hold: () => void db.exec('begin immediate'),
    letGo: () => void db.exec('rollback'),
    [Symbol.dispose]: () => void db.close(),
  };
}
