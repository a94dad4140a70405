import type { Band } from './figures.js';

/** Size of the drawing, in pixels of its own; it scales with the page. */
const WIDTH = 640;
const HEIGHT = 260;
const MARGIN = { top: 28, bottom: 40, side: 12 };
const GAP = 16;

/** A bar per band as SVG that needs neither script nor network. `ownBand` is drawn darker; null for none. */
export function barChart(bands: readonly Band[], ownBand: number | null): string {
  const highest = Math.max(1, ...bands.map(({ share }) => share));
  const slot = (WIDTH - 2 * MARGIN.side) / bands.length;
  const room = HEIGHT - MARGIN.top - MARGIN.bottom;
  const bars = bands.map(({ from, to, share }, index) => {
    const height = Math.round((room * share) / highest);
    const left = Math.round(MARGIN.side + index * slot + GAP / 2);
    const top = HEIGHT - MARGIN.bottom - height;
    const middle = left + Math.round((slot - GAP) / 2);
    const fill = index === ownBand ? '#1f4e79' : '#9db7d1';
    return [
      `<rect x="${left}" y="${top}" width="${Math.round(slot - GAP)}" height="${height}" fill="${fill}"/>`,
      `<text x="${middle}" y="${top - 8}" text-anchor="middle">${share} %</text>`,
      `<text x="${middle}" y="${HEIGHT - 14}" text-anchor="middle">${from} to ${to}</text>`,
    ].join('');
  });
  const spoken = bands.map(({ from, to, share }) => `${from} to ${to}: ${share} %`).join('; ');
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${spoken}" font-size="14">`,
    ...bars,
    `<line x1="0" x2="${WIDTH}" y1="${HEIGHT - MARGIN.bottom}" y2="${HEIGHT - MARGIN.bottom}" stroke="#444"/>`,
    '</svg>',
  ].join('');
}
