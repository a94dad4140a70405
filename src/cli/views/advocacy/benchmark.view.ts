import type { Terminal } from '../../terminal.js';
import { tableLines, wrap } from '../text-table.js';
import { codeInWords } from '../words.js';

/** How a segment answers, as the command prints it. */
export const BENCHMARK_QUERY = `query Benchmark($segment: String!, $instrument: String!, $account: RefInput) {
  segmentBenchmark(segment: $segment, instrument: $instrument, account: $account) {
    id segment instrument publishedAt accounts voices mean median bands { from to share }
    levels { level voices mean median } trend { publishedAt median mean } ownPlace { voices median place } handout
  }
}`;

/** What that query answers. */
export interface BenchmarkAnswer {
  readonly segmentBenchmark: {
    readonly id: string;
    readonly segment: string;
    readonly instrument: string;
    readonly publishedAt: string;
    readonly accounts: number;
    readonly voices: number;
    readonly mean: number;
    readonly median: number;
    readonly bands: readonly { readonly from: number; readonly to: number; readonly share: number }[];
    readonly levels: readonly {
      readonly level: string;
      readonly voices: number;
      readonly mean: number;
      readonly median: number;
    }[];
    readonly trend: readonly {
      readonly publishedAt: string;
      readonly median: number;
      readonly mean: number;
    }[];
    readonly ownPlace: { readonly voices: number; readonly median: number; readonly place: string } | null;
    readonly handout: string;
  };
}

/** Signs of a bar that stands for the whole. */
const BAR = 40;

const LEVELS = [
  { title: 'Level' },
  { title: 'People', align: 'right' as const },
  { title: 'Median', align: 'right' as const },
  { title: 'Mean', align: 'right' as const },
];

/** The distribution as bars, the levels, the trend and the asking account's place. */
export function benchmarkLines({ segmentBenchmark: shown }: BenchmarkAnswer, terminal: Terminal): string[] {
  const { paint, width } = terminal;
  const bars = shown.bands.map(({ from, to, share }) => {
    const range = `${String(from).padStart(3)} to ${String(to).padStart(3)}`;
    return `${range}  ${'#'.repeat(Math.round((BAR * share) / 100)).padEnd(BAR)}  ${share} %`;
  });
  const rows = shown.levels.map(({ level, voices, median, mean }) => [
    codeInWords(level),
    `${voices}+`,
    String(median),
    String(mean),
  ]);
  const place = shown.ownPlace;
  return [
    paint.bold(`${shown.segment}, ${shown.instrument}`),
    `At least ${shown.accounts} accounts, ${shown.voices} people; median ${shown.median}, mean ${shown.mean} of 100.`,
    ...bars,
    ...(rows.length > 0 ? ['', ...tableLines(LEVELS, rows, terminal)] : []),
    ...(place
      ? [
          '',
          `The account: ${codeInWords(place.place)} the segment, median ${Math.round(place.median)} of ${place.voices}.`,
        ]
      : []),
    ...(shown.trend.length > 1
      ? ['', `Medians so far: ${shown.trend.map(({ median }) => median).join(', ')}.`]
      : []),
    '',
    ...wrap(
      `Published ${shown.publishedAt.slice(0, 10)}, rounded to fives. Record that it was shown with the id ${shown.id}.`,
      width,
    ),
  ];
}
