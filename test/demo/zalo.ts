// `npm run demo:zalo`: starts the demo, says where it is, and removes everything when it is stopped.
import { startDemo } from './play.ts';

const demo = await startDemo(Number(process.env.DEMO_PORT ?? 3001));
console.log(`Thử Zalo: ${demo.url}
Bàn cán bộ: ${demo.desk}${demo.firstLink ? ` (lập tài khoản: ${demo.firstLink})` : ''}
Dừng: Ctrl+C. Mọi thứ đã gõ sẽ mất khi dừng.`);

let stopping = false;
for (const signal of ['SIGTERM', 'SIGINT'] as const)
  process.on(signal, () => {
    if (stopping) return;
    stopping = true;
    void demo.stop().then(() => process.exit(0));
  });
