// The bars of the README: recall under hard typing, with the time per question beside each engine.
import type { Recall } from './accuracy.ts';
import type { Speed } from './speed.ts';

const width = 760;
const bar = 22;
const left = 130;
const right = 130;

export function picture(recall: readonly Recall[], speeds: readonly Speed[]): string {
  const engines = [...new Set(recall.map((r) => r.engine))];
  const mean = (engine: string): number => {
    const own = recall.filter((r) => r.engine === engine);
    return own.reduce((n, r) => n + r.hard, 0) / Math.max(1, own.length);
  };
  const fastest = Math.min(...speeds.map((s) => s.strings));
  const rows = engines
    .map((engine) => ({
      engine,
      hard: mean(engine),
      p50: speeds.find((s) => s.engine === engine && s.strings === fastest)?.p50,
    }))
    .sort((a, b) => b.hard - a.hard);
  const height = 64 + rows.length * (bar + 8);
  const scale = (width - left - right) / 100;
  const lines = rows.map((r, i) => {
    const y = 52 + i * (bar + 8);
    const own = r.engine === 'Hỏi HTX';
    return `<text x="${left - 10}" y="${y + 16}" text-anchor="end"${own ? ' font-weight="700"' : ''}>${r.engine}</text>
<rect x="${left}" y="${y}" width="${(r.hard * scale).toFixed(1)}" height="${bar}" fill="${own ? '#14532d' : '#9db8a5'}"/>
<text x="${(left + r.hard * scale + 6).toFixed(1)}" y="${y + 16}">${r.hard.toFixed(1)} %</text>
<text x="${width - 10}" y="${y + 16}" text-anchor="end" fill="#555">${r.p50 === undefined ? '' : `${r.p50.toFixed(2)} ms`}</text>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="system-ui, sans-serif" font-size="14" role="img" aria-label="Right entry first under hard typing, by engine">
<rect width="${width}" height="${height}" fill="#fff"/>
<text x="10" y="22" font-weight="700">Right entry first, typed without marks, with slips, shorthand and joined words</text>
<text x="10" y="40" fill="#555">mean of two public sets (DVC, IUH); at the right: median time a question on ${fastest} strings</text>
${lines.join('\n')}
</svg>
`;
}
