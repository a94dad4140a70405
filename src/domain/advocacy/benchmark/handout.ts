import type { Instant } from '../../facts.js';
import { escaped } from '../../wording/markup.js';
import { dayInWords, levelInWords, sentence } from '../../wording/phrases.js';
import { barChart } from './bar-chart.js';
import type { LevelFigures, PublishedFigures } from './figures.js';
import { type OwnPlace, Place } from './own-place.js';

/** What a hand-out tells. */
export interface Handout {
  readonly segment: string;
  /** What was asked, in words. */
  readonly question: string;
  readonly figures: PublishedFigures;
  readonly publishedAt: Instant;
  /** The account it is made for; null for one that any may see. */
  readonly account: { readonly name: string; readonly place: OwnPlace | null } | null;
}

const STYLE = `@page{size:A4;margin:18mm}body{font:11pt/1.45 system-ui,sans-serif;color:#1a1a1a;max-width:174mm;margin:0 auto;padding:8mm}
h1{font-size:20pt;margin:0 0 2mm}h2{font-size:13pt;margin:8mm 0 2mm}svg{width:100%;height:auto}table{border-collapse:collapse;width:100%}
th,td{text-align:left;padding:1.5mm 3mm 1.5mm 0;border-bottom:1px solid #ccc}footer{margin-top:8mm;color:#555;font-size:9pt}`;

/** One page for the customer, as HTML that prints on A4 and loads nothing from anywhere. */
export function handoutPage({ segment, question, figures, publishedAt, account }: Handout): string {
  const title = `How ${escaped(segment)} answers`;
  const place = account?.place ?? null;
  return [
    `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title><style>${STYLE}</style></head><body>`,
    `<h1>${title}</h1><p>${escaped(sentence(question))}</p>`,
    `<p>At least ${figures.accounts} organisations, at least ${figures.voices} people. On a scale from 0 to 100 half of them`,
    ` answer about ${figures.median} or higher; the mean is about ${figures.mean}.</p>`,
    barChart(figures.bands, place?.band ?? null),
    account === null ? '' : `<h2>${escaped(account.name)}</h2><p>${placeInWords(place)}</p>`,
    figures.levels.length === 0 ? '' : levelTable(figures.levels),
    `<footer>As of ${dayInWords(publishedAt)}. Figures are rounded to steps of five, so that no organisation can be recognised; shares need not add up to 100 %.</footer>`,
    '</body></html>',
  ].join('');
}

function placeInWords(place: OwnPlace | null): string {
  if (place === null) return 'Nobody here has answered yet.';
  const beside: Record<Place, string> = {
    [Place.BELOW]: 'below your peers',
    [Place.ABOUT]: 'about where your peers are',
    [Place.ABOVE]: 'above your peers',
  };
  const people = place.voices === 1 ? 'One of your people' : `${place.voices} of your people`;
  return `${people} answered; you are ${beside[place.place]} (your median is ${Math.round(place.median)}).`;
}

function levelTable(levels: readonly LevelFigures[]): string {
  const rows = levels.map(
    ({ level, voices, median, mean }) =>
      `<tr><td>${levelInWords(level)}</td><td>${voices} or more</td><td>${median}</td><td>${mean}</td></tr>`,
  );
  return `<h2>By level</h2><table><tr><th>Level</th><th>People</th><th>Median</th><th>Mean</th></tr>${rows.join('')}</table>`;
}
