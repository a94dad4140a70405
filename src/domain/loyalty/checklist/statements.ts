import { ChecklistArea, LiveFigureCode, statementsOf, type ChecklistStatement } from './statement.js';

const CUSTOMERS = statementsOf(ChecklistArea.CUSTOMERS, [
  ['DECIDERS_KNOWN', 'We know by name who decides about us at each of our customers.'],
  [
    'LEVELS_HEARD',
    'We regularly hear from management as well as from the people who work with us every day.',
  ],
  ['LEVELS_COMPARED', 'We notice when the levels of a customer see us differently.'],
  ['LOSSES_FORESEEN', 'We can say at any time which customers we may lose.', LiveFigureCode.BASE_AT_RISK],
  [
    'TROUBLE_TOLD',
    'Our customers tell us when something troubles them.',
    LiveFigureCode.CUSTOMERS_WITH_PROBLEMS,
  ],
  [
    'SOLUTIONS_TOLD',
    'We tell everybody who knew of a problem that it is solved.',
    LiveFigureCode.RECOVERY_RATE,
  ],
  ['PROMISES_KEPT', 'We keep the promises we make to our customers.'],
  ['TIES_SPREAD', 'Our relationship with a customer survives when any one person leaves.'],
  ['EXPECTATIONS_SHARED', 'We have agreed with each customer what each side expects of the other.'],
  ['ADVOCATES_CARED_FOR', 'We give something back to the customers who speak for us.'],
]);

const OFFERING = statementsOf(ChecklistArea.OFFERING, [
  ['OFFERING_FITS', 'What we deliver does what our customers need it for.'],
  ['OFFERING_STEADY', 'Our customers get the same quality from us every time.'],
  ['OFFERING_GROWS', 'We change what we offer when the needs of our customers change.'],
  ['GAIN_SHOWN', 'We show our customers in figures what they gain from working with us.'],
]);

const EMPLOYEES = statementsOf(ChecklistArea.EMPLOYEES, [
  ['LOSS_UNDERSTOOD', 'Each of us knows what the loss of a customer would cost us.'],
  ['FREE_TO_ACT', 'Whoever of us first hears of a problem may act on it at once.'],
  ['TALKS_PRACTISED', 'We practise difficult conversations before we hold them with a customer.'],
  ['KNOWLEDGE_PASSED_ON', 'What one of us learns of a customer reaches all who work for that customer.'],
  ['ONE_ANSWERS', 'For each customer, one of us answers for the whole relationship.'],
  ['KEEPING_REWARDED', 'We reward keeping a customer no less than winning one.'],
  ['OBSTACLES_NAMED', 'We say openly what keeps us from serving our customers better.'],
]);

const MEASUREMENT = statementsOf(ChecklistArea.MEASUREMENT, [
  ['SAYING_AND_DOING', 'We compare what customers said with what they then did.'],
  ['SILENT_ONES_ASKED', 'We go and ask the customers who do not answer of their own accord.'],
  [
    'RETENTION_KNOWN',
    'We know what share of our customers stays from year to year.',
    LiveFigureCode.RETENTION,
  ],
  ['REVENUE_AT_RISK_KNOWN', 'We know how much of our revenue is at risk.', LiveFigureCode.VALUE_AT_RISK],
  [
    'PROBLEMS_COUNTED',
    'We know how many of our customers have had a problem in the past year.',
    LiveFigureCode.CUSTOMERS_WITH_PROBLEMS,
  ],
  [
    'RECOVERY_MEASURED',
    'We know how many problems we have set right in the eyes of the customer.',
    LiveFigureCode.RECOVERY_RATE,
  ],
  [
    'EFFECT_MEASURED',
    'We know what a problem does to the loyalty of a customer.',
    LiveFigureCode.PROBLEM_EFFECT,
  ],
  ['PREVENTION_VALUED', 'We know what it would pay to prevent problems.', LiveFigureCode.PREVENTION_PAYOFF],
  [
    'CUSTOMERS_VALUED',
    'We know what a customer is worth to us over the years.',
    LiveFigureCode.CUSTOMER_VALUE,
  ],
  ['FINDINGS_ACTED_ON', 'We change something because of what we have measured.'],
  ['LOYALTY_LED', 'Our leadership looks at loyalty as often as at revenue.'],
]);

/** What our people rate: ten statements on customers, four on the offering, seven on employees, eleven on measurement and finance. */
export const CHECKLIST: readonly ChecklistStatement[] = [
  ...CUSTOMERS,
  ...OFFERING,
  ...EMPLOYEES,
  ...MEASUREMENT,
];
