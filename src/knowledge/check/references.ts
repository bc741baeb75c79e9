// Checks that everything one file names exists: clauses, documents, related cards, places, amounts.

import { amountMark } from '../amounts.ts';
import type { Knowledge } from '../knowledge.ts';
import { groupsNamed } from '../sign-steps.ts';
import type { Report } from './report.ts';

/** Whether following one name to the next comes back to the first. */
function isCircular(first: string, next: (id: string) => string | undefined): boolean {
  const seen = new Set<string>();
  for (let id = next(first); id && !seen.has(id); id = next(id)) {
    if (id === first) return true;
    seen.add(id);
  }
  return false;
}

/** Links people may be sent to; copies elsewhere are named, never linked. */
const official = /(?:^|\.)(?:gov\.vn|chinhphu\.vn|quochoi\.vn|vbpl\.vn)$/;
const address = /https?:|www\.|\b\d{1,3}(?:\.\d{1,3}){3}\b/i;

/** Reports a clause that is named and not there. */
type ClauseCheck = (kind: string, id: string, path: PropertyKey[], ref: string) => void;

export function checkReferences(k: Knowledge, report: Report): void {
  const clause: ClauseCheck = (kind, id, path, ref) => {
    if (!k.provisions.has(ref))
      report(kind, id, path, `điều khoản “${ref}” không có trong thư mục provisions; xem lại mã`);
  };
  checkDocuments(k, report);
  checkProvisions(k, report);
  checkAmounts(k, report, clause);
  checkTargets(k, clause);
  checkWords(k, report);
  checkCues(k, report);
  checkPlaces(k, report, clause);
  checkOffices(k, report, clause);
  checkTopics(k, report);
  checkCards(k, report, clause);
}

function checkDocuments(k: Knowledge, report: Report): void {
  for (const d of k.documents.values()) {
    if (d.replaced_by && !k.documents.has(d.replaced_by)) {
      report(
        'document',
        d.id,
        ['replaced_by'],
        `văn bản thay thế “${d.replaced_by}” chưa có trong documents.yaml; xem lại mã hoặc thêm văn bản đó`,
      );
    }
    if (isCircular(d.id, (id) => k.documents.get(id)?.replaced_by))
      report(
        'document',
        d.id,
        ['replaced_by'],
        'các văn bản thay nhau thành vòng tròn; xem lại văn bản nào ra sau',
      );
    if (d.link && !official.test(new URL(d.link).hostname))
      report('document', d.id, ['link'], 'chỉ dẫn đường dẫn của cơ quan nhà nước (.gov.vn); bỏ mục link');
    if (d.period_from && d.period_until && d.period_from > d.period_until) {
      report('document', d.id, ['period_until'], 'giai đoạn kết thúc trước khi bắt đầu; xem lại hai ngày');
    }
    if (d.in_force_from && d.ended_on && d.in_force_from > d.ended_on) {
      report('document', d.id, ['ended_on'], 'văn bản hết hiệu lực trước khi có hiệu lực; xem lại hai ngày');
    }
  }
}

function checkProvisions(k: Knowledge, report: Report): void {
  for (const p of k.provisions.values()) {
    if (!k.documents.has(p.document)) {
      report(
        'provision',
        p.id,
        ['document'],
        `văn bản “${p.document}” chưa có trong documents.yaml; thêm văn bản trước`,
      );
    }
    if (address.test(p.source))
      report(
        'provision',
        p.id,
        ['source'],
        'chỉ ghi tên nguồn, không ghi đường dẫn hay địa chỉ máy; bỏ đường dẫn',
      );
    if (p.facts.length === 0 && !p.text)
      report('provision', p.id, [], 'chưa ghi lấy từ dữ kiện nào; thêm mục facts');
  }
}

function checkAmounts(k: Knowledge, report: Report, clause: ClauseCheck): void {
  for (const a of k.amounts.values()) {
    a.values.forEach((v, i) => {
      v.cites.forEach((c, j) => {
        clause('amount', a.id, ['values', i, 'cites', j], c);
      });
      if (i > 0 && v.from <= (a.values[i - 1]?.from ?? '')) {
        report(
          'amount',
          a.id,
          ['values', i, 'from'],
          'các mức phải xếp từ ngày cũ đến ngày mới, không trùng ngày',
        );
      }
    });
  }
}

function checkTargets(k: Knowledge, clause: ClauseCheck): void {
  for (const t of k.targets) {
    t.cites.forEach((c, i) => {
      clause('target', t.id, ['cites', i], c);
    });
  }
}

/** The cards that words.yaml names. */
function checkWords(k: Knowledge, report: Report): void {
  const cardOfWords = (ref: string, path: PropertyKey[]): void => {
    if (!k.cards.has(ref))
      report('file', 'words.yaml', path, `không có thẻ tên “${ref}”; xem lại tên tệp của thẻ`);
  };
  k.words.english_cards.forEach((ref, i) => {
    cardOfWords(ref, ['english_cards', i]);
  });
  k.words.step_cards.forEach(({ card }, i) => {
    cardOfWords(card, ['step_cards', i, 'card']);
  });
  k.words.cautions.forEach(({ card }, i) => {
    cardOfWords(card, ['cautions', i, 'card']);
  });
}

/** The groups of words that signs of distress name. */
function checkCues(k: Knowledge, report: Report): void {
  const groups = new Set(k.words.sign_groups.map((g) => g.name));
  const known = (id: string, path: PropertyKey[], sign: string): void => {
    for (const name of groupsNamed(sign))
      if (!groups.has(name))
        report('cue', id, path, `chưa có nhóm từ “${name}”; thêm vào sign_groups trong words.yaml`);
  };
  const seen = new Set<string>();
  k.words.sign_groups.forEach(({ name }, i) => {
    if (seen.has(name))
      report(
        'file',
        'words.yaml',
        ['sign_groups', i],
        `nhóm từ “${name}” có hai lần; đặt tên khác cho một nhóm`,
      );
    seen.add(name);
  });
  for (const [i, { signs }] of k.words.cautions.entries())
    for (const name of signs.flatMap(groupsNamed))
      if (!groups.has(name)) report('file', 'words.yaml', ['cautions', i], `chưa có nhóm từ “${name}”`);
  for (const t of k.cues.values()) {
    t.signs.forEach((sign, i) => {
      known(t.id, ['signs', i], sign);
    });
    t.signs_now.forEach((sign, i) => {
      known(t.id, ['signs_now', i], sign);
    });
    t.follows.forEach((next, n) => {
      next.signs.forEach((sign, i) => {
        known(t.id, ['follows', n, 'signs', i], sign);
      });
    });
  }
}

function checkPlaces(k: Knowledge, report: Report, clause: ClauseCheck): void {
  for (const p of k.places.values()) {
    if (isCircular(p.id, (id) => k.places.get(id)?.now))
      report('place', p.id, ['now'], 'nơi này nhập vào chính nó hoặc thành vòng tròn; xem lại đơn vị mới');
    if (p.now && !k.places.has(p.now))
      report('place', p.id, ['now'], `đơn vị mới “${p.now}” chưa có trong places.yaml; xem lại mã`);
    p.namesakes.forEach((ref, i) => {
      if (!k.places.has(ref))
        report(
          'place',
          p.id,
          ['namesakes', i],
          `nơi trùng tên “${ref}” chưa có trong places.yaml; xem lại mã`,
        );
    });
    p.cites.forEach((c, i) => {
      clause('place', p.id, ['cites', i], c);
    });
  }
}

function checkOffices(k: Knowledge, report: Report, clause: ClauseCheck): void {
  for (const o of k.offices) {
    if (o.place && !k.places.has(o.place))
      report('office', o.id, ['place'], `nơi “${o.place}” chưa có trong places.yaml; xem lại mã`);
    o.cites.forEach((c, i) => {
      clause('office', o.id, ['cites', i], c);
    });
  }
}

/** Each folder of cards has its name, and each name its folder. */
function checkTopics(k: Knowledge, report: Report): void {
  const folders = new Map([...k.cards.values()].reverse().map((c) => [c.topic, c.id]));
  for (const t of k.topics.values())
    if (!folders.has(t.id))
      report('topic', t.id, ['id'], `không có thư mục cards/${t.id}; sửa id hoặc bỏ mục này`);
  for (const [topic, card] of folders)
    if (topic && !k.topics.has(topic))
      report('card', card, [], `chủ đề “${topic}” chưa có tên; thêm id và title vào topics.yaml`);
}

function checkCards(k: Knowledge, report: Report, clause: ClauseCheck): void {
  for (const c of k.cards.values()) {
    c.cites.forEach((ref, i) => {
      clause('card', c.id, ['cites', i], ref);
    });
    c.background.forEach((ref, i) => {
      clause('card', c.id, ['background', i], ref);
    });
    c.beyond.forEach(({ card }, i) => {
      if (!k.cards.has(card))
        report('card', c.id, ['beyond', i, 'card'], `không có thẻ tên “${card}”; xem lại tên tệp của thẻ`);
    });
    c.related.forEach((ref, i) => {
      if (!k.cards.has(ref))
        report('card', c.id, ['related', i], `không có thẻ tên “${ref}”; xem lại tên tệp của thẻ`);
      if (ref === c.id)
        report('card', c.id, ['related', i], 'thẻ không thể liên quan tới chính nó; bỏ dòng này');
    });
    if (isCircular(c.id, (id) => k.cards.get(id)?.earlier))
      report('card', c.id, ['earlier'], 'các thẻ “trước đây” nối nhau thành vòng tròn; bỏ một mục earlier');
    if (c.earlier && !k.cards.has(c.earlier)) {
      report('card', c.id, ['earlier'], `không có thẻ tên “${c.earlier}”; xem lại tên tệp của thẻ`);
    }
    if (!c.topic)
      report('card', c.id, [], 'thẻ phải nằm trong một thư mục chủ đề: cards/<chủ đề>/<tên thẻ>.yaml');
    for (const [key, text] of Object.entries({
      answer: c.answer,
      next: c.next ?? '',
      details: c.details.join('\n'),
    })) {
      for (const m of text.matchAll(amountMark)) {
        if (!k.amounts.has(m[1] ?? ''))
          report('card', c.id, [key], `không có mức tên “${m[1]}” trong amounts.yaml; xem lại mã`);
      }
    }
    if (c.status !== 'published') continue;
    if (c.known === false && c.cites.length > 0) {
      report(
        'card',
        c.id,
        ['cites'],
        'thẻ ghi known: false (chưa có căn cứ) thì không được dẫn điều khoản; bỏ một trong hai',
      );
    }
    if (c.known !== false && c.cites.length === 0) {
      report(
        'card',
        c.id,
        [],
        'thẻ chưa dẫn điều khoản nào; thêm mục cites, hoặc ghi known: false nếu chưa có căn cứ',
      );
    }
  }
}
