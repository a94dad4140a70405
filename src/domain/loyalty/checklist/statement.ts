/** The four areas in which a supplier judges itself. */
export enum ChecklistArea {
  CUSTOMERS = 'CUSTOMERS',
  OFFERING = 'OFFERING',
  EMPLOYEES = 'EMPLOYEES',
  MEASUREMENT = 'MEASUREMENT',
}

/** How far a statement is true of us. */
export enum ChecklistRating {
  NOT_AT_ALL = 'NOT_AT_ALL',
  MINIMALLY = 'MINIMALLY',
  MODERATELY = 'MODERATELY',
  SIGNIFICANTLY = 'SIGNIFICANTLY',
}

/** What each rating counts, 0..3. */
export const RATING_POINTS: Readonly<Record<ChecklistRating, number>> = {
  [ChecklistRating.NOT_AT_ALL]: 0,
  [ChecklistRating.MINIMALLY]: 1,
  [ChecklistRating.MODERATELY]: 2,
  [ChecklistRating.SIGNIFICANTLY]: 3,
};

/** What the product itself knows of the subject of a statement. */
export enum LiveFigureCode {
  BASE_AT_RISK = 'BASE_AT_RISK',
  VALUE_AT_RISK = 'VALUE_AT_RISK',
  CUSTOMERS_WITH_PROBLEMS = 'CUSTOMERS_WITH_PROBLEMS',
  RECOVERY_RATE = 'RECOVERY_RATE',
  PROBLEM_EFFECT = 'PROBLEM_EFFECT',
  PREVENTION_PAYOFF = 'PREVENTION_PAYOFF',
  RETENTION = 'RETENTION',
  CUSTOMER_VALUE = 'CUSTOMER_VALUE',
}

/** A statement that our people rate. */
export interface ChecklistStatement {
  /** Stays the same for ever, whatever becomes of the wording; a statement with another meaning gets another code. */
  readonly code: string;
  readonly area: ChecklistArea;
  readonly text: string;
  /** The figure that stands beside its rating; null where the product holds none. */
  readonly figure: LiveFigureCode | null;
}

/** The statements of an area, from rows of code, text and figure. */
export function statementsOf(
  area: ChecklistArea,
  rows: readonly (readonly [code: string, text: string, figure?: LiveFigureCode])[],
): ChecklistStatement[] {
  return rows.map(([code, text, figure]) => ({ code, area, text, figure: figure ?? null }));
}
