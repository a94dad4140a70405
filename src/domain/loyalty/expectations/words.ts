/** What an expectation says. */
export interface Words {
  readonly statement: string;
  /** How both sides see whether it is met; null where nobody said. */
  readonly measure: string | null;
  /** What the measure should be; only with a measure. */
  readonly target: string | null;
  /** How often both sides look at it, in days. */
  readonly checkEveryDays: number;
}

/** What somebody says of the words: undefined leaves as it is, null clears what may be missing. */
export interface WordsSaid {
  readonly statement?: string | null;
  readonly measure?: string | null;
  readonly target?: string | null;
  readonly checkEveryDays?: number | null;
}

/** The words after a statement about them. */
export function wordsAfter(before: Words, said: WordsSaid): Words {
  return {
    statement: said.statement ?? before.statement,
    measure: said.measure === undefined ? before.measure : said.measure,
    target: said.target === undefined ? before.target : said.target,
    checkEveryDays: said.checkEveryDays ?? before.checkEveryDays,
  };
}

/** Whether a target is there without a measure it could be the target of. */
export function lacksMeasure({ measure, target }: Words): boolean {
  return target !== null && measure === null;
}

/** Whether two say the same. */
export function isSameWording(one: Words, other: Words): boolean {
  return (
    one.statement === other.statement &&
    one.measure === other.measure &&
    one.target === other.target &&
    one.checkEveryDays === other.checkEveryDays
  );
}
