// What every knowledge folder must do alike, the real one and that of a province that does not exist: checked, asked, registered with, started.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { plainText } from '../src/conversation/message.ts';
import { talkAlone } from '../src/conversation/talk-alone.ts';
import { checkKnowledge } from '../src/knowledge/check/index.ts';
import { assemble } from '../src/knowledge/files/assemble.ts';
import { startTestApp, type TestApp } from './support/app.ts';
import { packs } from './support/packs.ts';

const today = '2026-11-23';

describe.each(packs)('$name', ({ folder, sources, assembled, knowledge, published }) => {
  const ask = (text: string) => talkAlone(knowledge, today).say({ kind: 'text', text });

  test('has no mistake', () => {
    expect(checkKnowledge(assembled, today)).toEqual([]);
  });

  test('a name that nothing bears is told wherever it stands', () => {
    const names: [string, RegExp][] = [
      ['provisions/', /^( {2}document: ).*$/m],
      ['cards/', /^(related:\n {2}- ).*$/m],
      ['cards/', /^(cites:\n {2}- ).*$/m],
      ['targets.yaml', /^( {4}- ).*$/m],
      ['places.yaml', /^( {2}now: ).*$/m],
      ['words.yaml', /^(english_cards:\n {2}- ).*$/m],
    ];
    for (const [where, name] of names) {
      const file = sources.find((f) => f.path.startsWith(where) && name.test(f.text));
      const broken = sources.map((f) =>
        f === file ? { ...f, text: f.text.replace(name, '$1khong-he-co') } : f,
      );
      const problems = checkKnowledge(assemble(broken), today).filter((p) => p.file === file?.path);
      expect(problems.map((p) => p.message).join('\n'), where).toContain('khong-he-co');
    }
  });

  test('every card is found by its title, or the card of the law that holds now', () => {
    const missed = published.filter((card) => {
      const turn = ask(card.title);
      const later = published.filter((c) => c.earlier === card.id).map((c) => c.id);
      return ![card.id, ...later].some((id) => turn.kept.cards.includes(id));
    });
    // One in a hundred may read as two questions (“Hộ gia đình, vợ chồng cùng vào hợp tác xã”).
    expect(missed.length / published.length, missed.map((c) => c.title).join('\n')).toBeLessThan(0.01);
  });

  test('what it is not for gets no card', () => {
    for (const text of [
      'giá vàng hôm nay bao nhiêu',
      'ai thắng trận tối qua',
      'ngày mai trời có mưa không',
    ]) {
      const turn = ask(text);
      expect(turn.outcome, text).toBe('off_topic');
      expect(turn.kept.cards, text).toEqual([]);
    }
  });

  test('distress comes before everything', () => {
    expect(ask('cháu bị rắn cắn').outcome).toBe('urgent');
  });

  test('English gets the sentence with its cards', () => {
    const turn = ask('how many members do we need to start a cooperative?');
    expect(turn.outcome).toBe('answered');
    expect(turn.kept.cards).toEqual(knowledge.words.english_cards);
  });

  test('the examples of the web page are answered', () => {
    for (const example of knowledge.words.examples) expect(ask(example).outcome, example).toBe('answered');
  });

  test('a group is registered, from the wish to the code', () => {
    const talk = talkAlone(knowledge, today);
    const ward = [...knowledge.places.values()].find(
      (p) => !p.now && !p.trap && /^(phuong|xa)$/.test(p.kind),
    );
    const trade = [...knowledge.products.values()][0];
    const said = [
      'tôi muốn lập tổ hợp tác',
      ward?.name ?? '',
      trade?.name ?? '',
      '4 người',
      'đồng ý',
      'Trần Văn Tùng',
      '0912 345 678',
      'buổi tối',
    ];
    for (const text of said) expect(talk.say({ kind: 'text', text }).outcome, text).not.toBe('no_answer');
    const sent = talk.say({ kind: 'text', text: 'gửi đi' });
    expect(sent.happened).toMatchObject([
      { kind: 'lead-created', details: { form: 'tht', place: ward?.id, product: trade?.id, members: 4 } },
    ]);
    expect(sent.replies.map(plainText).join('\n')).toMatch(/HTX-\w+/);
  });

  describe('the program started with it', () => {
    let app: TestApp;
    beforeAll(async () => {
      app = await startTestApp('sqlite', { KNOWLEDGE_DIR: folder });
    });
    afterAll(() => app.close());

    test('is ready, and its page shows its own examples', async () => {
      const ready = await (await fetch(`${app.url}/ready`)).json();
      expect(ready).toMatchObject({ checks: { knowledge: 'ok' } });
      const page = await (await fetch(app.url)).text();
      for (const example of knowledge.words.examples) expect(page).toContain(example);
    });
  });
});

test('the invented pack says nothing of the real place', () => {
  const [real, invented] = packs;
  const names = [...(real?.knowledge.places.values() ?? [])].map((p) =>
    p.name.replace(/^\p{Ll}+( phố)? /u, ''),
  );
  const numbers = [...(real?.knowledge.documents.values() ?? [])].map((d) => d.number);
  const text = invented?.sources.map((f) => f.text).join('\n') ?? '';
  expect([...names, ...numbers].filter((word) => word.includes(' ') && text.includes(word))).toEqual([]);
});
