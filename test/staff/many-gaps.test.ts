// More open questions than the desk shows at once: who was promised an answer stays in sight, and the page says what it leaves out.
import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { addGaps } from '../../src/conversation/store/gaps.ts';
import { startTestApp } from '../support/app.ts';
import { onBoth } from '../support/databases.ts';
import { firstAdmin } from '../support/desk.ts';

onBoth('many open questions', (kind) => {
  test('those awaited come first however old they are, and the rest is counted', async () => {
    const app = await startTestApp(kind);
    const admin = await firstAdmin(app);
    const { conversationId } = await app.say('lan', 'chào');
    const gap = (minute: number, question: string, wantsReply = false) => ({
      id: randomUUID(),
      conversationId,
      turnId: randomUUID(),
      at: new Date(Date.UTC(2026, 10, 1, 0, minute)).toISOString(),
      question,
      nearest: null,
      reason: 'no_answer',
      wantsReply,
    });
    await addGaps(app.db, [gap(0, 'đà điểu có được hỗ trợ không', true)]);
    await addGaps(
      app.db,
      Array.from({ length: 405 }, (_, i) => gap(i + 1, `hỏi lạ ${i}`)),
    );
    const { text } = await admin.get('/can-bo/cau-hoi');
    expect(text).toContain('đà điểu có được hỗ trợ không');
    expect(text).toContain('Còn 6 câu cũ hơn');
    expect((await admin.get('/can-bo/cau-hoi?xem=done')).text).not.toContain('cũ hơn');
    await app.close();
  });
});
