// How people say that something was not what they asked: before, behind or between what they do mean.
import { personWords } from '../../../../language/person-words.ts';

const whoSays = `(?:(?:${personWords}|o|u|a|ua|da|t|mk|cau \\S+|cai nay) )*`;
const no = '(?:khong|ko|k|kg|kh|chang|cha|dau)';
/** "Tôi chưa hỏi đăng ký gì cả". */
const noYet = '(?:khong|ko|k|kg|kh|chang|cha|dau|chua)';
/** No "nội bộ", which without its marks begins as "nói" does. */
const noi = 'noi(?! (?:bo|dung|dia|that|ngoai|tro|quy)(?: |$))';
const sighs = '(?:(?:o|u|a|ua|da|oi|troi|troi oi|oi troi|o hay|o kia|thi|chu|thoi|bot|ad) )*';
/** No "ở đâu". */
const dau = '(?<!(?:^| )(?:o|di|ve|den|tu|cho|ra)|(?<!(?:^| )thien)(?:^| )tai) dau';
const after = '(?: (?:ra|ma|a|nhe|nha|troi|nao|nhi|het|ca|day|vay|the))*';
const deeds = '(?:thanh lap|lap|dang ky|dk|dki|vay|mua|nuoi|trong|xin|ban|gop|vao|no)';
/** "Chứ biết hỏi ai đâu", "chứ tiền đâu ra", "có được gì đâu" tell what somebody lacks. */
const knowing =
  '(?:(?:biet|thay|hieu|duoc|dc|nghe|ngo|tien|von|nguoi|suc|con|lam|can|khong|ko|k|chang|cha|chua|co (?:biet|thay|hieu|duoc|dc|gi|tien|ai|con))(?: |$))';
/** "Đâu mà phải trả", "đâu mà hỏi": what is not needed then. */
const ofDeed = '(?!(?:sao|cho|can|phai) |hoi(?: (?:gi|chi|toi|em|e|minh|lam|ai|the|vay))?$)';
/** `asked`: what is meant, said in the same breath. `too`: denied besides. `deed`: what is not done is told, so that "vay" there is no "vậy". `alone`: the clause says itself what is asked. `isNot`: it may tell of oneself as well as of what was asked. */
export const denials: readonly {
  pattern: RegExp;
  plain?: true;
  all?: true;
  deed?: true;
  alone?: true;
  isNot?: true;
}[] = [
  // "Có phải lập htx mới đâu mà hội nghị thành lập": both are denied
  {
    pattern: new RegExp(
      `^${sighs}(?:co |dau co |lam gi co )?phai(?: la| hoi| di)* (?<what>.+?)${dau} ma ${ofDeed}(?<too>\\S+ .+)$`,
    ),
    plain: true,
    alone: true,
  },
  // "Tôi đã vào đâu mà bán lén", "có lập đâu mà đăng ký": a deed, and what goes with it
  {
    pattern: new RegExp(
      `^${sighs}${whoSays}(?:co |da |dau co )+(?<what>${deeds}(?! (?:duoc|dc|noi))(?: \\S+){0,3}?)(?: gi| ai)?${dau} ma ${ofDeed}(?<too>\\S.*)$`,
    ),
    plain: true,
    deed: true,
    alone: true,
  },
  // "Có lập mới gì đâu"; "có vay ở đâu" asks
  {
    pattern: new RegExp(
      `^${sighs}${whoSays}(?:co |da |dau co )+(?<what>${deeds}(?! (?:duoc|dc|noi))(?: \\S+){0,3}?)(?: gi| ai)?${dau}${after}$`,
    ),
    plain: true,
    deed: true,
  },
  // "Tôi hỏi lợn dịch, có phải thiên tai đâu", "tôi hỏi luật chứ có hỏi nghị định đâu"
  {
    pattern: new RegExp(
      `^(?<asked>.*\\b(?:hoi|noi) \\S.*?) (?:ma |chu )?(?:co|dau) (?:phai|hoi|${noi})(?: la| ve| hoi)* (?<what>.+?)${dau}${after}$`,
    ),
    plain: true,
    alone: true,
  },
  // "Hỏi thuê đất chứ thiên tai đâu", "chết vì nước đục chứ dịch đâu ra", "chết đuối chứ có dịch đâu mà tiêm phòng"
  {
    pattern: new RegExp(
      `^(?:(?<asked>\\S.*?) )?chu (?!${knowing})${whoSays}(?:co |phai |la |hoi |${noi} |ve )*(?!${knowing})(?<what>\\S+(?: \\S+){0,4}?)(?: gi| ai)?${dau}(?:${after}| ma ${ofDeed}(?<too>\\S+ .+))$`,
    ),
    plain: true,
    alone: true,
  },
  // "Hỏi đoàn chứ kế hoạch gì"; "hỏi tổ chứ tổ là gì" asks
  {
    pattern: new RegExp(
      `^(?:(?<asked>.*\\bhoi \\S.*?) )?chu (?<what>\\S+(?: \\S+){0,2}?)(?<! (?:la|can|duoc|dc|lam|nhu|co|giay|mua|vay|bang|hoi|cai|viec|gom|theo)) (?:gi|nao)${after}$`,
    ),
    plain: true,
    alone: true,
  },
  // "Đâu phải bán cho xã viên", "tôi hỏi máy cày đâu phải mạ"
  {
    pattern:
      /^(?:(?<asked>.*\bhoi \S.*?)(?<! (?:o|di|tai|ve|den|tu|cho)) )?(?:ma |chu )?dau (?:co )?phai(?: la| ve| hoi)* (?<what>(?!lam ).+?)(?<! (?:gi|nao|dau|sao|ai))$/,
    plain: true,
    alone: true,
  },
  // "Tôi hỏi htx không phải tổ hợp tác"
  {
    pattern: new RegExp(
      `^(?<asked>${whoSays}(?:dang |chi |muon )*hoi \\S.*?) (?:khong|ko|k) phai(?: la| ve| hoi)* (?<what>.+?)${after}$`,
    ),
    plain: true,
    alone: true,
  },
  // "Phạt gì đâu"; "có được gì đâu" tells
  {
    pattern: new RegExp(
      `^${sighs}(?!(?:\\S+ )*?${knowing})(?<what>\\S+(?: \\S+){0,3}?) (?:gi|phiec gi|nao)${dau}${after}$`,
    ),
    plain: true,
  },
  // "Ai đăng ký hộ đâu"; "ai cho vay ở đâu" asks
  {
    pattern: new RegExp(
      `^${sighs}ai (?:ma |co |them |dinh |muon )*(?!${knowing})(?<what>.+?)${dau}${after}$`,
    ),
    plain: true,
  },
  // "167 là cái gì nữa"
  { pattern: new RegExp(`^${sighs}(?:lai )?(?<what>.+?) la cai (?:gi|j|quai gi) nua$`), plain: true },
  // "không phải câu nào cả, tôi hỏi …"
  {
    pattern: /^(?:da |a )?(?:khong|ko|k) phai (?<what>cau (?:nao|nay|do|ay|tren))(?: ca| het| dau| a)*$/,
    all: true,
  },
  // "ai hỏi tên", "chứ ai hỏi tên"
  { pattern: new RegExp(`^(?:chu )?${whoSays}ai (?:ma |them )?hoi (?<what>.+)$`) },
  // "không hỏi ngân hàng", "đâu có hỏi vay", "chứ không hỏi", "em không nói về lúa"
  {
    pattern: new RegExp(
      `^(?:chu )?${whoSays}${noYet} (?:he |co |phai )*(?:la )?(?:hoi|noi (?:ve|den|toi|chuyen)) (?<what>.+)$`,
    ),
  },
  // "tôi có hỏi vay đâu", "có ai vay tiền đâu", "có bảo ai bán đâu"
  {
    pattern: new RegExp(
      `^${sighs}${whoSays}co (?:hoi|ai|${noi}|bao)(?: ai| ve| den)? (?<what>.+) dau(?: ma \\S.*| troi| ma| nao| nhi| a)*$`,
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
    pattern: new RegExp(`^(?:(?:chu|o|u|ua|da) )*${no} phai(?: la| ve| hoi| ${noi})* (?<what>.+)$`),
    plain: true,
    isNot: true,
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
  // "Tôi không bán hàng gì cả"; "không bán gì thì sao" asks
  {
    pattern: new RegExp(
      `^${sighs}(?:nha )?${whoSays}${noYet} (?:co |muon |can |dinh |he )*(?<what>${deeds}(?: \\S+){0,4}?) (?:gi|chi|ai) (?:ca|het|dau|sat)(?: ca| het| ma| a| nhe)*$`,
    ),
    plain: true,
    deed: true,
  },
  // "tôi hỏi trâu mà nó nói tổ hợp tác"
  {
    pattern:
      /^.*\b(?:hoi|noi)(?: ve| la| cai)? (?<asked>\S.*?) (?:ma|sao) (?:sao|no|may|bot|chau|em|ad|cu|lai|toan|di| )*(?:noi|tra loi|loi|keu|ra)(?: ve| ra| cai)? (?<what>.+)$/,
    plain: true,
    alone: true,
  },
  // "trả lời lại cái hợp đồng làm gì"
  {
    pattern:
      /^(?:(?:o|ua|a|sao|bot|em|may|ad|cu|lai|u) )*(?:tra loi|noi|nhac|ke|dua|loi|gui)(?: (?:lai|ve|ra|cai|mai|cho))* (?<what>.+?)(?: ra)? lam (?:gi|chi|j)(?: (?:vay|the|nua|a|ha|co chu))*$/,
    plain: true,
  },
  // "chứ có phải HTX đâu", behind what is meant "có phải nội bộ đâu"
  {
    pattern: new RegExp(
      `^${sighs}(?:chu |nha |day |do )*(?:co |dau co )?phai(?: la| hoi| cua)* (?!(?:lam|di|nop|mang|ra|den|gap|hoi) )(?<what>\\S+(?: \\S+){0,4}?)${dau}${after}$`,
    ),
    plain: true,
  },
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
