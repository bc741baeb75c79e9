// The line of an answer that is nearest to what is asked behind it.
import { expect, test } from 'vitest';
import { nearestLine } from '../../../../src/conversation/understand/follow-up/tells.ts';
import { knowledge } from '../../../support/knowledge.ts';

const lines = [
  'Mạ mới gieo thì mức cao hơn.',
  'Quế trồng trên đất vườn thì tôi chưa rõ.',
  'Hỏi UBND phường.',
];

test.each([
  ['mạ thì sao', lines[0]],
  ['ma thi sao', lines[0]],
  ['mà quế đất vườn thì sao', lines[1]],
  ['mà đến giờ có ai hỏi gì đâu', undefined],
])('“%s”: words whose marks were typed are those words alone', (message, line) => {
  expect(nearestLine(knowledge, lines, message)).toBe(line);
});
