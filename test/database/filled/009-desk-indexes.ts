// A database as 009 left it: as 008, which held the same rows.
export { expected, rows } from './008-told-sealed.ts';
