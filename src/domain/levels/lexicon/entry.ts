/** What a word does in a job title. A rank or an occupation can be the head of a title; the others never are. */
export type WordRole =
  /** A rank that stands for itself wherever it appears: owner, CEO. */
  | 'TOP'
  /** A rank that manages when it is the head: director, dean. */
  | 'RANK'
  /** A rank that manages, except inside a bank, where it is a grade: vice president. */
  | 'VICE'
  /** A rank or occupation whose neighbour decides: manager, officer, partner (see `SCOPE_RULES`). */
  | 'SCOPED'
  /** Raises the occupation after it to a rank: chief, head. */
  | 'CHIEF'
  /** Leads a shift or crew, works with the product and funds nothing: supervisor. */
  | 'FIRST_LINE'
  /** An occupation: engineer, nurse. */
  | 'WORK'
  /** Works for somebody, whose title may follow: assistant, secretary. */
  | 'AIDE'
  /** Still learning, whatever the rest of the title says: intern. */
  | 'LEARNER'
  /** A managing body, counted only when the title names no person: board. */
  | 'BODY'
  /** Turns a rank into the place around it: the CEO's office. */
  | 'OFFICE'
  /** Says that the rest no longer holds: former. */
  | 'FORMER'
  /** What follows is the scope or the superior, not the head: of, to, de. */
  | 'LINK'
  /** A department, a subject or filler: sales, customer. */
  | 'FUNCTION';

/** One word or phrase of the lexicon. */
export interface Entry {
  readonly role: WordRole;
  /** True in languages that put the head first: `Directeur commercial`. */
  readonly headFirst: boolean;
  /** SCOPED only: which rule of `SCOPE_RULES` applies. */
  readonly scope: string | null;
}

/**
 * The words of one language family. Every value is a comma-separated list; spelling is free (case and diacritics are
 * folded on loading), a phrase is written with spaces.
 */
export interface WordList {
  readonly headFirst: boolean;
  readonly words: Partial<Record<Exclude<WordRole, 'SCOPED'>, string>>;
  /** Words that follow the scope rule named by the key. */
  readonly scoped?: Readonly<Record<string, string>>;
  /** Last parts of compound words, e.g. `leiter` in `Werksleiter`, by role. */
  readonly compounds?: Partial<Record<Exclude<WordRole, 'SCOPED'>, string>>;
  /** Last parts of compound words that follow a scope rule, the first part being the neighbour. */
  readonly scopedCompounds?: Readonly<Record<string, string>>;
}
