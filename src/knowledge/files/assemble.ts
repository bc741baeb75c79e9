// Puts the curators' files together into one Knowledge; every mistake of form is collected, none stops at the first.
import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Knowledge } from '../knowledge.ts';
import { Amount } from '../schema/amount.ts';
import { Card, Topic } from '../schema/card.ts';
import { Cue } from '../schema/cue.ts';
import { Document } from '../schema/document.ts';
import { Office } from '../schema/office.ts';
import { Place } from '../schema/place.ts';
import { Product } from '../schema/product.ts';
import { Provision } from '../schema/provision.ts';
import { Target } from '../schema/target.ts';
import { Ring, Words } from '../schema/words.ts';
import type { LearnedBefore } from '../search/learned.ts';
import { languageOf, makeSearch } from '../search.ts';
import { Wording } from '../wording.ts';
import { type LineOf, type Problem, type Read, readYaml } from './read-yaml.ts';

export type SourceFile = { path: string; text: string };
/** Where each thing was written, for messages: file and a line finder, by "card:id", "provision:id" … */
export type Written = ReadonlyMap<string, { file: string; lineOf: LineOf; path: PropertyKey[] }>;
export type Assembled = { knowledge: Knowledge | undefined; problems: Problem[]; written: Written };

const emptyWords: Words = {
  abbreviations: [],
  fillers: [],
  synonyms: [],
  units: [],
  form_words: [],
  subjects: [],
  aspect_words: [],
  sign_groups: [],
  feelings: [],
  animals: [],
  belongings: [],
  cautions: [],
  conditions: [],
  about_figures: [],
  asks_source: { of_source: [], in_force: [], ends: [], of_text: [], beside: [] },
  english_cards: [],
  step_cards: [],
  examples: [],
};

export function assemble(files: readonly SourceFile[], before?: LearnedBefore): Assembled {
  const problems: Problem[] = [];
  const written = new Map<string, { file: string; lineOf: LineOf; path: PropertyKey[] }>();

  const read = <T>(file: SourceFile, schema: z.ZodType<T>): { value: T; lineOf: LineOf } | undefined => {
    const result = readOnce(file, schema);
    problems.push(...result.problems);
    return result.value === undefined ? undefined : { value: result.value, lineOf: result.lineOf };
  };

  const one = <T>(path: string, schema: z.ZodType<T>): T | undefined => {
    const file = files.find((f) => f.path === path);
    if (!file)
      problems.push({ file: path, line: 1, message: 'thiếu tệp này; hãy tạo lại (xem sổ tay biên tập)' });
    const result = file && read(file, schema);
    if (result) written.set(`file:${path}`, { file: path, lineOf: result.lineOf, path: [] });
    return result?.value;
  };

  const list = <T extends { id: string }>(
    prefix: string,
    schema: z.ZodType<T>,
    kind: string,
  ): Map<string, T> => {
    const all = new Map<string, T>();
    for (const file of files.filter(
      (f) => f.path === `${prefix}.yaml` || (f.path.startsWith(`${prefix}/`) && f.path.endsWith('.yaml')),
    )) {
      const result = read(file, z.array(schema));
      result?.value.forEach((item, index) => {
        const first = written.get(`${kind}:${item.id}`);
        if (first) {
          const message = `mã “${item.id}” đã dùng ở ${first.file}; mỗi mã chỉ dùng một lần, hãy đặt mã khác`;
          problems.push({ file: file.path, line: result.lineOf([index]), message });
        }
        written.set(`${kind}:${item.id}`, { file: file.path, lineOf: result.lineOf, path: [index] });
        all.set(item.id, item);
      });
    }
    return all;
  };

  const each = <T>(
    folder: string,
    schema: z.ZodType<T>,
    kind: string,
  ): Map<string, T & { id: string; topic: string }> => {
    const all = new Map<string, T & { id: string; topic: string }>();
    for (const file of files.filter((f) => f.path.startsWith(`${folder}/`) && f.path.endsWith('.yaml'))) {
      const parts = file.path.slice(folder.length + 1, -'.yaml'.length).split('/');
      const id = parts.at(-1) ?? '';
      if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id)) {
        problems.push({
          file: file.path,
          line: 1,
          message: 'tên tệp chỉ gồm chữ thường không dấu, số và gạch nối',
        });
      }
      const first = written.get(`${kind}:${id}`);
      if (first)
        problems.push({ file: file.path, line: 1, message: `trùng tên với ${first.file}; hãy đổi tên tệp` });
      const result = read(file, schema);
      if (!result) continue;
      written.set(`${kind}:${id}`, { file: file.path, lineOf: result.lineOf, path: [] });
      all.set(id, { ...result.value, id, topic: parts.length > 1 ? (parts[0] ?? '') : '' });
    }
    return all;
  };

  const documents = list('documents', Document, 'document');
  const provisions = list('provisions', Provision, 'provision');
  const amounts = list('amounts', Amount, 'amount');
  const places = list('places', Place, 'place');
  const offices = list('offices', Office, 'office');
  const products = list('products', Product, 'product');
  const targets = list('targets', Target, 'target');
  const topics = list('topics', Topic, 'topic');
  const allCards = each('cards', Card, 'card');
  const of = (status: Card['status']) => new Map([...allCards].filter(([, c]) => c.status === status));
  const [cards, drafts] = [of('published'), of('draft')];
  const cues = each('talk', Cue, 'cue');
  const words = one('words.yaml', Words) ?? emptyWords;
  const rings = one('rings.yaml', z.array(Ring)) ?? [];
  const wording = one('wording.yaml', Wording);
  reportStrangers(files, problems);

  if (!wording) return { knowledge: undefined, problems, written };
  const edition = createHash('sha256');
  for (const file of files) edition.update(`${file.path}\0${file.text}\0`);
  const knowledge: Knowledge = {
    documents,
    provisions,
    cards,
    drafts,
    topics,
    cues,
    amounts,
    places,
    products,
    words,
    rings,
    wording,
    offices: [...offices.values()],
    targets: [...targets.values()],
    search: makeSearch({ cards, cues, provisions, documents }, languageOf({ words, rings }), before),
    edition: edition.digest('hex').slice(0, 12),
  };
  return { knowledge, problems, written };
}

/** The same file put together again, beside one that was changed, is not read again; its path decides its one schema. */
function readOnce<T>(file: SourceFile, schema: z.ZodType<T>): Read<T> {
  const ready = readings.get(file) as Read<T> | undefined;
  const read = ready ?? readYaml(file.path, file.text, schema);
  readings.set(file, read);
  return read;
}
const readings = new WeakMap<SourceFile, Read<unknown>>();

const known =
  /^(documents|amounts|places|offices|products|targets|topics|words|rings|wording)\.yaml$|^(provisions|cards|talk)\//;

function reportStrangers(files: readonly SourceFile[], problems: Problem[]): void {
  for (const file of files.filter((f) => !known.test(f.path) || !f.path.endsWith('.yaml'))) {
    problems.push({
      file: file.path,
      line: 1,
      message: file.path.endsWith('.yaml')
        ? 'tệp lạ, chương trình không đọc; đặt đúng thư mục hoặc xóa đi'
        : 'chương trình chỉ đọc tệp có đuôi .yaml; đổi đuôi tệp này',
    });
  }
}
