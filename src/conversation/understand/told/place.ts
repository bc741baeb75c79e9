// Which place a message tells as one's own: the smallest that is named, but none that is denied ("không phải …") and no name of several places.
import type { Knowledge } from '../../../knowledge/knowledge.ts';
import type { Place } from '../../../knowledge/schema/place.ts';
import { fold, syllables } from '../../../language/fold.ts';
import { namesIn } from '../../../language/places.ts';
import { placeNames } from '../names.ts';

/** `anywhere`: the message is about oneself; `opens`: only where it begins so and asks nothing; `moved`: another place was told before. */
type Where = 'anywhere' | 'opens' | 'moved';

/** `unclear`: one's own place, by a name of several. */
export function placeTold(
  message: string,
  knowledge: Knowledge,
  where: Where,
): Place | 'unclear' | undefined {
  const [named, ...others] = smallest(message, knowledge);
  if (!named) return undefined;
  const ward = others.length > 0 ? undefined : wardMeant(named, message, knowledge);
  const only = ward ? { ...named, place: ward } : named;
  if (others.length > 0 || only.place.trap) return isOwn(only) ? 'unclear' : undefined;
  if (where !== 'anywhere') return told[where].test(only.before) ? only.place : undefined;
  return only.place.served === false && !livesLead.test(only.before) ? undefined : only.place;
}

/** "Em ở …" by a name of several, of which one is a ward served now: that one, where nothing says that it is elsewhere. */
function wardMeant({ place, before }: Named, message: string, knowledge: Knowledge): Place | undefined {
  if (!place.trap || !livesLead.test(before)) return undefined;
  const served = place.namesakes.flatMap((id) => {
    const namesake = knowledge.places.get(id);
    return namesake && namesake.served !== false ? [namesake] : [];
  });
  const [ward, ...more] = served;
  const elsewhere =
    namedOfOneself(message, knowledge).some((n) => n.place.served === false) ||
    place.namesakes.some((id) => id !== ward?.id && tellsApart(id, place, message, knowledge));
  return ward && more.length === 0 && ward.now === undefined && !elsewhere ? ward : undefined;
}

/** What one namesake's own names add to the name of several: the old city it was of; the province is both's. */
function tellsApart(id: string, trap: Place, message: string, knowledge: Knowledge): boolean {
  const common = new Set(trap.aliases.flatMap(syllables));
  const said = ` ${syllables(message).join(' ')} `;
  return (knowledge.places.get(id)?.aliases ?? []).some((alias) => {
    const apart = syllables(alias).filter((w) => !common.has(w));
    return apart.length > 1 && said.replaceAll(' tinh ', ' tinh_').includes(` ${apart.join(' ')} `);
  });
}

/** The first place named, where all that are named lie outside the area served; `own`: only one said to be one's own. */
export function outsideNamed(message: string, knowledge: Knowledge, own: boolean): Place | undefined {
  const places = smallest(message, knowledge).filter((n) => !own || isOwn(n));
  return places.every(({ place }) => place.served === false) ? places[0]?.place : undefined;
}

/** Every place is led to by "ở", "bên" or by how many live there, or stands in a row behind one that is ("… hay …"). */
export function namesInPassing(message: string, knowledge: Knowledge): boolean {
  const places = smallest(message, knowledge);
  return places.every(
    ({ before }, i) =>
      told.moved.test(before) || peopleLead.test(before) || (i > 0 && besideOther.test(before)),
  );
}

/** "Ở xã … ạ", or its bare name: a place, and nothing else said of it. */
export function isPlaceAlone(message: string, knowledge: Knowledge): boolean {
  const words = wordsOf(message);
  const named = namesIn(message, placeNames(knowledge));
  return named.length > 0 && standsAlone(words, named);
}

/** Nothing stands beside these names but what leads to a place or is said out of courtesy. */
const standsAlone = (words: readonly string[], named: readonly { at: number; length: number }[]): boolean =>
  words.every((w, i) => placeless.has(w) || named.some(({ at, length }) => i >= at && i < at + length));
const placeless = new Set(
  'o ben tai que xa phuong thon ban to khu xom cu a ak nhe nha day cho minh'.split(' '),
);

const wordsOf = (message: string): string[] => fold(message).match(/[a-z\d]+/g) ?? [];

type Named = { place: Place; before: string; at: number; length: number };

/** Every place named, without those that are others', denied or only visited. */
function namedOfOneself(message: string, knowledge: Knowledge): Named[] {
  const words = wordsOf(message);
  const found = namesIn(message, placeNames(knowledge));
  const lead = standsAlone(words, found) ? ['o'] : [];
  return found.flatMap(({ id, at, length }): Named[] => {
    const before = [...lead, ...words.slice(0, at)].join(' ');
    const place = knowledge.places.get(id);
    const behind = words.slice(at + length).join(' ');
    const passed = place?.served === false && (visited.test(before) || returned.test(behind));
    const another = ofOthers.test(before) || ofOthersBehind.test(behind);
    const counts = place && !place.holds_served && !denied.test(before) && !another && !passed;
    return counts ? [{ place, before, at, length }] : [];
  });
}

function smallest(message: string, knowledge: Knowledge): Named[] {
  const words = wordsOf(message);
  const named = namedOfOneself(message, knowledge);
  const own = named.filter(isOwn);
  const within = named.filter((n) => isWithin(n, own, words));
  const meant = within.length > 0 ? within : own.length > 0 ? own : named;
  const small = meant.filter(({ place }) => !wide.has(place.kind));
  return small.length > 0 ? small : meant;
}

/** "Em ở huyện … cơ mà, xã …": right behind a wider one of one's own, or a name of several, stands where in it. */
const isWithin = ({ place, at }: Named, own: readonly Named[], words: readonly string[]): boolean =>
  !wide.has(place.kind) &&
  !place.trap &&
  own.length > 0 &&
  own.every(
    (o) =>
      (wide.has(o.place.kind) || o.place.trap !== undefined) &&
      o.at + o.length <= at &&
      words.slice(o.at + o.length, at).every((w) => between.has(w)),
  );
const between = new Set(
  'co ma day chu cu moi nhe a la thuoc o ben xa phuong huyen tp thanh pho tinh'.split(' '),
);

/** "Nhà em ở": said to be one's own. */
const isOwn = ({ before }: Named): boolean => ownLead.test(before);

const wide: ReadonlySet<Place['kind']> = new Set(['huyen', 'thanh-pho', 'tinh']);
/** "Thôn 5 xã …", "tổ 12 phường …". */
const unit =
  '(?: (?:xa|phuong|huyen|tp|thanh pho|thi xa|thi tran|tinh|ban|thon|(?:thon|ban|xom|to|khu|doi)(?: dan pho)?(?: so)? \\d+))*$';
const denied = new RegExp(`\\b(?:khong|ko|k|chang) (?:phai(?: (?:o|ben|thuoc|la))?|o|ben|thuoc)${unit}`);
const ownLead = new RegExp(
  `(?:^|\\b(?:em|e|toi|t|minh|mk|tui|tao|chau|nha|que|chung toi|bon em) (?:[a-z]+ )?)(?:o|ben|tai|thuoc|que)(?: (?:ngay|mai|trong))?${unit}`,
);
/** Where a company sits, somebody studies or a friend lives is not one's own place. */
const ofOthers = new RegExp(
  `\\b(?:hoc|truong|cong ty|cty|doanh nghiep|thuong lai|htx ban|ban be|nghe|nguoi ta|nguoi quen|(?:ong|ba|anh|chi|thang|dua|nguoi|may) ban|ban (?:toi|em|e|minh)|(?:1|mot) (?:dua|nguoi|ng|thang|ong|ba|anh|chi|co|chu))(?: [a-z]+){0,4}?(?: (?:o|ben|tai))?${unit}`,
);
/** Where one works, sells, shows one's goods or is back from: far from home. */
const visited = new RegExp(
  `\\b(?:(?<!\\bla )(?:nguoi|dua|thang|khach|ban) (?:o|tai|ben)|(?<!\\bo )ban|(?:lam(?: (?:viec|thue|cong|tho|cty|cong ty|cong nhan|nha may))* (?:o|tai|ben|duoi|tren)|cong nhan|lam thue|lam cong|di lam|nha may|khu cong nghiep|kcn|hoi cho|sieu thi|khach|benh vien|(?:ban|giao|gui|dua|mang|dem|chuyen|cho)(?: (?:hang|che|que|rau|hoa qua))?(?: (?:ra|xuong|len|di|ve|vao|sang|den|cho))+)(?: [a-z]+){0,2}?|(?:tu|di|xuong|len|ra|vao|sang|cho)(?: (?:tan|mai|toi|cho|dau moi|phien))*)(?: (?:o|tai|ben|duoi|tren))?${unit}`,
);
/** "… là thằng bạn", "… là quê vợ": whose it is, told behind it. */
const ofOthersBehind =
  /^(?:la|thi)(?: (?:cua|cho|que|nha|noi))* (?:(?:thang|dua|nguoi|ong|ba|anh|chi|may) )*(?:ban|no|khac|kia|vo|chong|nguoi ta)\b/;
const returned = /^(?:(?:gio|h|nay|moi|vua|da|roi|xong|bo) )*(?:ve|tro ve|quay ve)\b/;
/** Said to be where one lives or grows something. */
const livesLead = new RegExp(
  `(?:^|\\b(?:o|ben|tai|thuoc|que|nha|nguoi|dan|ho|ba con|nhom|htx|hop tac xa|trong|nuoi|em|e|toi|minh|tui|chau|(?:thon|xom|to|khu)(?: [a-z\\d]+){1,2}))${unit}`,
);
const peopleLead = new RegExp(`\\b\\d+ (?:nha|ho|nguoi)${unit}`);
const besideOther = new RegExp(`\\b(?:hay|hoac|va|voi)${unit}`);
const told = {
  opens: new RegExp(`^(?:(?:da|a|thi|nha|que) )*(?:o|ben|tai|que)${unit}`),
  moved: new RegExp(`(?:^|\\b)(?:o|ben|tai|thuoc|chuyen (?:ve|sang))(?: (?:ngay|mai|trong))?${unit}`),
};
