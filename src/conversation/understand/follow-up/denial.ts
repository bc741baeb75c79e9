// "Ai hỏi tên, hỏi bưởi chứ": behind an answer, what a person says they did not ask, and what is left that they do ask.
import { clean, fold, foldInPlace } from '../../../language/fold.ts';

export type Denial = {
  /** What was not asked: its own words. */
  denied: string;
  /** The message without it; empty where nothing else was said. */
  rest: string;
  /** "Không phải …", "sao toàn …" say no word of asking: they count only where the answer spoke of that. */
  plain: boolean;
  /** All that was answered or offered. */
  all: boolean;
  /** It tells what is not done: "chứ bác không vay". */
  deed: boolean;
};

/** Clauses end at a stop, and before "chứ không", "chứ ai". */
const between =
  /[.,!;:\n]+(?=\s|$)|(?<=\?)\s*|\s+(?=chứ\s|chu\s+(?:(?:toi|em|e|minh|chau|con|anh|chi|bac|co|chu|ong|ba)\s+)?(?:ai|khong|ko|k|co)\s)/giu;

const whoSays =
  '(?:(?:o|u|a|ua|da|em|e|toi|t|mk|minh|tui|chau|con|anh|chi|bac|co|chu|ong|ba|cau \\S+|cai nay) )*';
const no = '(?:khong|ko|k|kg|kh|chang|cha|dau)';
/** `deed`: what is not done is told, so that "vay" there is no "vậy". `alone`: the clause says itself what is asked. */
const denials: readonly {
  pattern: RegExp;
  plain?: true;
  all?: true;
  deed?: true;
  alone?: true;
}[] = [
  // "không phải câu nào cả, tôi hỏi …"
  {
    pattern: /^(?:da |a )?(?:khong|ko|k) phai (?<what>cau (?:nao|nay|do|ay|tren))(?: ca| het| dau| a)*$/,
    all: true,
  },
  // "ai hỏi tên", "chứ ai hỏi tên"
  { pattern: new RegExp(`^(?:chu )?${whoSays}ai (?:ma |them )?hoi (?<what>.+)$`) },
  // "không hỏi ngân hàng", "đâu có hỏi vay", "chứ không hỏi"
  { pattern: new RegExp(`^(?:chu )?${whoSays}${no} (?:co |phai )*(?:la )?hoi (?<what>.+)$`) },
  // "tôi có hỏi vay đâu", "có ai vay tiền đâu"
  {
    pattern: new RegExp(
      `^${whoSays}co (?:hoi|ai|noi|bao) (?<what>.+) dau(?: ma \\S.*| troi| ma| nao| nhi| a)*$`,
    ),
  },
  // "tôi hỏi môn bài đâu"; "em hỏi nộp ở đâu" asks
  {
    pattern: new RegExp(
      `^${whoSays}hoi (?<what>.+)(?<! o| di| tai| ve| den| tu) dau(?: ma \\S.*| troi| a)*$`,
    ),
  },
  // "chồng vợ gì ở đây"
  { pattern: /^(?<what>.+?) (?:gi|nao) (?:o )?day(?: troi| ha| vay)*$/, plain: true },
  // "chứ không phải tỉnh", "ko phải hạn đăng ký"; "em không phải người ở đây" tells of oneself
  {
    pattern: new RegExp(`^(?:(?:chu|o|u|ua|da) )*${no} phai(?: la| ve| hoi| noi)* (?<what>.+)$`),
    plain: true,
  },
  // "chứ bác không vay"
  {
    pattern: new RegExp(`^chu ${whoSays}${no} (?!phai )(?:co |can |di |lam )*(?<what>.+)$`),
    plain: true,
    deed: true,
  },
  // "không đăng ký tổ đâu", "bác không vay"
  {
    pattern: new RegExp(
      `^${whoSays}(?:da (?:bao|noi)(?: la| roi)? )?${whoSays}${no} (?:co |muon |can |dinh )*(?<what>(?:dang ky|dk|dki|vay|lap|mua|nuoi|trong|xin)(?: .+)?)$`,
    ),
    plain: true,
    deed: true,
  },
  // "tôi hỏi trâu mà nó nói tổ hợp tác"
  {
    pattern:
      /^.*\b(?:hoi|noi)(?: ve| la| cai)? (?<asked>\S.*?) (?:ma|sao) (?:no|may|bot|chau|em|ad|cu|lai|toan|di| )*(?:noi|tra loi|loi|keu|ra)(?: ve| ra| cai)? (?<what>.+)$/,
    plain: true,
    alone: true,
  },
  // "trả lời lại cái hợp đồng làm gì"
  {
    pattern:
      /^(?:(?:o|ua|a|sao|bot|em|may|ad|cu|lai|u) )*(?:tra loi|noi|nhac|ke|dua|loi|gui)(?: (?:lai|ve|ra|cai|mai|cho))* (?<what>.+?)(?: ra)? lam (?:gi|chi|j)(?: (?:vay|the|nua|a|ha|co chu))*$/,
    plain: true,
  },
  // "chứ có phải HTX đâu"
  { pattern: /^chu (?:co )?phai(?: la| hoi)? (?<what>.+?) dau(?: a| ma| nhe)*$/, plain: true },
  // "tôi nói tổ mà cháu cứ lôi hợp tác xã ra"
  {
    pattern: /^.*\bcu (?:loi|noi|dua|tra loi|nhac)(?: ve| cai)? (?<what>.+?)(?: ra| vao| mai| the)*$/,
    plain: true,
  },
  // "sao toàn tổ hợp tác vậy", "sao cứ nói vay"
  {
    pattern:
      /^(?:o |ua )?sao (?:toan|cu|lai)(?: noi| tra loi| ra| la)* (?<what>.+?)(?: vay| the| nhi| khong| ko)*$/,
    plain: true,
  },
];
/** It only says that something was not meant, as the openings of corrections do. */
const nothing =
  /^(?:(?:the|vay|y|do|day|cau|nay|cai|nua|a|dau|toi|em|e|ma|roi|ay|la|ve|hoi|nhe|nha)(?: |$))+$/;
const pointing = /^(?:(?:the|y|do|day|cau|nay|cai|nua|dau|ay|la|ve)(?: |$))+$/;
/** "Không phải đóng thuế à": asks. */
const asks = /(?:\?|\b(?:a|ha|ah|chu|khong|ko|k|chua|sao|nhi|dung khong))$/;
const tail = /(?: (?:nua|dau|troi|a|ma|nhe|nha|co|y|ay))+$/;
const wrapped =
  /^(?:(?:thoi|o|u|a|da|the|vay|thi|ma) )*(?:(?:toi|t|em|e|minh|mk|tui|chau|anh|chi|bac) (?:dang |chi |muon )?)?(?:hoi(?: ve| la| cai| them)*|noi(?: ve| la)+|y(?: la)?)(?: |:)+/;
const emphasis = /(?:\s+(?:cơ|chứ|kia|ý|co|chu)(?:\s+(?:mà|ma))?)+$/iu;

/** Undefined where nothing is denied, or the whole only asks. */
export function denialIn(message: string): Denial | undefined {
  const clauses = clausesOf(message);
  const read = clauses.map((clause) => ({ clause, denial: deniedBy(clause, clauses.length > 1) }));
  const first = read.find((r) => r.denial)?.denial;
  if (!first) return undefined;
  const rest = read.flatMap(({ clause, denial }) =>
    denial ? (denial.asked ?? []) : empty.test(fold(clause)) ? [] : asked(clause),
  );
  const { asked: _, ...denial } = first;
  return { ...denial, rest: rest.filter(Boolean).join('. ') };
}
/** "Không", "thôi bỏ đi": leads on, and asks nothing. */
const empty =
  /^(?:(?:khong|ko|k|thoi|bo|di|qua|o|u|ua|a|da|vang|troi|oi|chau|em|bot|may|ban|nham|roi|hieu|sai|lon)(?: |$))+$/;

function clausesOf(message: string): string[] {
  return clean(message)
    .split(between)
    .map((c) => c.replace(/^[\s?…–-]+/u, '').trim())
    .filter((c) => /[\p{L}\d]/u.test(c));
}

/** `among`: other clauses say what is asked; alone only the plainest words deny. */
function deniedBy(
  clause: string,
  among: boolean,
): (Omit<Denial, 'rest'> & { asked?: string | undefined }) | undefined {
  const folded = fold(clause);
  for (const { pattern, plain = false, all = false, deed = false, alone = false } of denials) {
    const groups = pattern.exec(folded)?.groups;
    const denied = groups?.what?.replace(tail, '').trim();
    if (!denied || (!all && !deed && (plain ? nothing : pointing).test(denied))) continue;
    return asks.test(folded) || ((plain || all) && !among && !alone)
      ? undefined
      : { denied, plain, all, deed, asked: groups?.asked };
  }
  return undefined;
}

/** "Tôi hỏi cái máy cơ" → "cái máy". */
function asked(clause: string): string {
  const head = wrapped.exec(foldInPlace(clause.normalize('NFC')).replace(/ +/g, ' '))?.[0] ?? '';
  return clause.slice(head.length).replace(emphasis, '').trim();
}
