// Which trades bare letters name, by what stands beside them.
import { expect, test } from 'vitest';
import { productsIn } from '../../../src/conversation/understand/names.ts';
import { productTold } from '../../../src/conversation/understand/told/index.ts';
import { knowledge } from '../../support/knowledge.ts';

test.each([
  ['nha em nuoi de', 'de'],
  ['muon nuoi 20 con de', 'de'],
  ['nop don de nhan ho tro', undefined],
  ['giay xac nhan de vay von', undefined],
  ['nha toi co 5 sao lua', 'lua'],
  ['lua nha em ngap het', 'lua'],
  ['moi hai duoc 3 lua', undefined],
  ['nhà em hái được 2 lứa', undefined],
  ['trong ngo', 'ngo'],
  ['ngo 3 sao hong het', 'ngo'],
  ['ca nha toi', undefined],
  ['nuoi ca long', 'thuy-san'],
])('“%s” names %s', (text, id) => {
  expect(productsIn(text, knowledge)[0]?.id).toBe(id);
});

test.each([
  ['nhà em nuôi dê', 'de'],
  ['em trồng chè', 'che'],
  ['giay xac nhan thiet hai de vay tiep', undefined],
  ['tôi không mua bán nông sản, chỉ góp vốn', undefined],
  ['em không bán hàng', undefined],
  ['nhà em không nuôi lợn nữa, giờ nuôi gà', 'ga-vit'],
  ['tôi có nuôi gà đâu', undefined],
  ['trong chợ xã ai thu mua', undefined],
  ['trong dau nuoi tam', 'tam-to'],
])('“%s” tells of the trade %s', (text, id) => {
  expect(productTold(text, knowledge)).toBe(id);
});
