// "Ai hỏi tên, hỏi bưởi chứ": behind an answer, what a person says they did not ask, and what is left that they do ask.
import { clean, fold, foldInPlace } from '../../../../language/fold.ts';
import { isWrapped, unwrapped } from '../../phrasing/in-so-many-words.ts';
import { denials } from './patterns.ts';

export type Denial = {
  /** What was not asked: its own words, folded. */
  denied: string;
  /** The same, and what is denied with it, as they were typed. */
  typed: string[];
  /** The message without it; empty where nothing else was said. */
  rest: string;
  /** What of the rest is said to be asked, in so many words ("tôi hỏi …"). */
  asked: string;
  /** "Không phải …", "sao toàn …" say no word of asking: they count only where the answer spoke of that. */
  plain: boolean;
  /** All that was answered or offered. */
  all: boolean;
  /** It tells what is not done: "chứ bác không vay". */
  deed: boolean;
  /** "Không phải hộ nghèo": it may tell of oneself as well as of what was asked. */
  isNot: boolean;
};

/** Clauses end at a stop, before "chứ không", "chứ ai", and before what is asked behind a "đâu". */
const between =
  /[.,!;:\n]+(?=\s|$)|(?<=\?)(?!\?)\s*|\s+(?=chứ\s|chu\s+(?:(?:toi|em|e|minh|chau|con|anh|chi|bac|co|chu|ong|ba)\s+)?(?:ai|khong|ko|k|co)\s)|(?<=\sđâu|\sdau)\s+(?=(?:(?:tôi|toi|em|e|mình|minh|tao|cháu|chau|con|bác|bac|anh|chị|chi|bà|ông)\s+)?(?:chỉ\s+|chi\s+|đang\s+|dang\s+)?(?:hỏi|hoi)\s)/giu;

/** It only says that something was not meant, as the openings of corrections do. */
const nothing = /^(?:(?:the|vay|y|do|day|cau|nay|cai|nua|a|dau|toi|em|e|roi|ay|la|ve|hoi|nhe|nha)(?: |$))+$/;
const pointing = /^(?:(?:the|y|do|day|cau|nay|cai|nua|dau|ay|la|ve)(?: |$))+$/;
/** "Không phải đóng thuế à": asks. */
const asks = /(?:\?|\b(?:a|ha|ah|chu|khong|ko|k|chua|sao|nhi|dung khong))$/;
const tail = /(?: (?:nua|dau|troi|a|ma|nhe|nha|co|y|ay))+$/;

/** "Không phải hộ nghèo": one clause that denies, and asks nothing. */
export const onlyDenies = (clause: string): boolean => {
  const [whole = '', ...more] = clausesOf(clause);
  const denied = more.length === 0 ? deniedBy(whole, true) : undefined;
  return denied?.isNot === true && denied.asked === undefined;
};

/** Undefined where nothing is denied, or the whole only asks. */
export function denialIn(message: string): Denial | undefined {
  const clauses = clausesOf(message);
  const read = clauses.map((clause) => ({ clause, denial: deniedBy(clause, clauses.length > 1) }));
  const first = read.find((r) => r.denial)?.denial;
  if (!first) return undefined;
  const kept = read.flatMap(({ clause, denial }) =>
    denial ? (denial.asked ?? []) : empty.test(fold(clause)) ? [] : unwrapped(clause).replace(insisting, ''),
  );
  const inSoManyWords = read.flatMap(({ clause, denial }) =>
    denial ? (denial.asked ?? []) : isWrapped(clause) ? unwrapped(clause) : [],
  );
  const said = (clauses: readonly string[]): string => clauses.filter(Boolean).join('. ');
  return { ...first, rest: said(kept), asked: said(inSoManyWords) };
}
/** "Vịt nhà em chết mà"; without its mark, behind a verb for seedlings, it may be "mạ". */
const insisting =
  /(?<=\S\s\S+\s\S+)\s+(?:mà|(?<!\b(?:gieo|nho|cay|lua|ruong|dat|trong|mua|giong)\s+)ma)(?:\s+(?:ạ|a))?$/iu;
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
): (Omit<Denial, 'rest' | 'asked'> & { asked?: string | undefined }) | undefined {
  const folded = foldInPlace(clause).replace(/\?{2,}$/, '');
  const typed = (said: string | undefined, from: number): string | undefined =>
    said && from >= 0 ? clause.slice(from, from + said.length) : undefined;
  for (const { pattern, plain = false, all = false, deed = false, alone = false, isNot = false } of denials) {
    const groups = pattern.exec(folded)?.groups;
    const denied = groups?.what?.replace(tail, '').trim();
    if (!groups || !denied) continue;
    const isLoan = denied === 'vay' && clause !== folded && clause.includes('vay');
    if (!all && !deed && !isLoan && (plain ? nothing : pointing).test(denied)) continue;
    const meant = typed(groups.asked, folded.indexOf(groups.asked ?? ''));
    if (
      asks.test(folded.replace(softened, ' dau')) ||
      ((plain || all) && !among && !(alone && (meant || groups.too)))
    )
      return undefined;
    const both = [
      typed(denied, folded.lastIndexOf(denied)),
      typed(groups.too, folded.indexOf(groups.too ?? '')),
    ];
    return {
      denied,
      typed: both.filter((t) => t !== undefined),
      plain,
      all,
      deed,
      isNot,
      asked: meant && unwrapped(meant),
    };
  }
  return undefined;
}
/** "Có phải vay đâu ạ" asks nothing. */
const softened = / dau(?: (?:a|ma|nhe|nha))+$/;
