// Memory and descriptors over a long run: samples of one process while messages go through it.
import { generate, secret, startOurs, startPlatform } from './programs.ts';

export type Sample = {
  messages: number;
  rssMb: number;
  heapMb: number;
  descriptors: number;
  perSecond: number;
};

const samplesWanted = 20;

/** Questions and registrations mixed, people new all the time; the platform answers at once, so that sending goes on as well. */
export async function memoryRun(messages: number): Promise<Sample[]> {
  const step = Math.ceil(messages / samplesWanted);
  const platform = await startPlatform(0);
  const program = await startOurs(platform);
  const samples: Sample[] = [];
  try {
    for (let done = 0; done < messages; done += step) {
      const result = await generate({
        ports: [program.port],
        pids: [program.pid],
        body: 'zalo-bot',
        secret,
        talk: 'mixed',
        people: 64,
        warmUpSeconds: 0,
        seconds: 3600,
        atMost: step,
        from: 1 + done * 2,
      });
      if (result.refused > 0) throw new Error(`${result.refused} messages were refused`);
      const { rssMb, descriptors } = program.use();
      const sample = {
        messages: done + step,
        rssMb,
        heapMb: await heapOf(program.port),
        descriptors,
        perSecond: result.perSecond,
      };
      samples.push(sample);
      console.log(
        `  ${sample.messages}: RSS ${Math.round(rssMb)} MB, heap ${Math.round(sample.heapMb)} MB, ${descriptors} descriptors, ${Math.round(sample.perSecond)}/s`,
      );
    }
  } finally {
    await program.stop();
    await platform.stop();
  }
  return samples;
}

async function heapOf(port: number): Promise<number> {
  const metrics = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
  return Number(/^nodejs_heap_size_used_bytes (\S+)/m.exec(metrics)?.[1] ?? Number.NaN) / 2 ** 20;
}
