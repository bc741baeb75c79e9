// The demo as somebody plays it: a question on Zalo Bot, a press and the form on Zalo OA, the platform ill, and what the APIs got.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { cacheFolder } from '../support/cache.ts';
import { knowledgeFolder } from '../support/knowledge.ts';
import { type Demo, startDemo } from './play.ts';

let demo: Demo;
beforeAll(async () => {
  demo = await startDemo(0, { KNOWLEDGE_DIR: knowledgeFolder, CACHE_DIR: cacheFolder });
});
afterAll(() => demo.stop());
const post = async (path: string, fields: Record<string, string> = {}): Promise<string> =>
  (await fetch(`${demo.url}${path}`, { method: 'POST', body: new URLSearchParams(fields) })).text();

test('both channels answer, and the page shows what each API got', async () => {
  const asked = await post('/bot', { text: 'lap htx can may nguoi' });
  expect(asked).toContain('05 thành viên chính thức');
  expect(asked).toContain('sendMessage');
  expect(await post('/bot/anh')).toContain('[một tấm ảnh]');
  await post('/oa/quan-tam');
  expect(await post('/oa', { text: 'htx cần mấy người' })).toContain('value="Xem câu chữ văn bản"');
  await post('/loi/oa', { code: '-224' });
  expect(await post('/oa', { text: 'Xem câu chữ văn bản' })).toContain('&quot;error&quot;:-224');
});
