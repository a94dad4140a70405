import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { BENCH_ROOT } from '../database/product.mjs';

const FILE = join(BENCH_ROOT, 'README.md');
const BEGIN = '<!-- Written by the benchmark from here on -->';
const END = '<!-- until here -->';

/** Puts the results between the two marks of the README. Each table is a list of rows, the titles first. */
export function writeResults({ about, goals, throughput }) {
  const text = readFileSync(FILE, 'utf8');
  const [before, rest] = text.split(BEGIN);
  const after = rest?.split(END)[1];
  if (after === undefined) throw new Error(`${FILE} has lost the marks that the results stand between.`);
  const lists = about.map((line) => `- ${line}`).join('\n');
  const parts = [lists, '### Goals', table(goals), '### All figures', table(throughput)];
  writeFileSync(FILE, `${before}${BEGIN}\n\n${parts.join('\n\n')}\n\n${END}${after}`);
}

function table([titles, ...rows]) {
  const line = (cells) => `| ${cells.join(' | ')} |`;
  return [line(titles), line(titles.map(() => '---')), ...rows.map(line)].join('\n');
}
