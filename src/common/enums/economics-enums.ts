import { FigureUnit } from '../../domain/loyalty/checklist/live-figure.js';
import { ChecklistArea, ChecklistRating, LiveFigureCode } from '../../domain/loyalty/checklist/statement.js';
import { EconomicsInputName, InputSource } from '../../domain/loyalty/economics/economics-inputs.js';
import { register } from './register.js';

/** The words of what loyalty is worth, and of the checklist. */
export function registerEconomicsEnums(): void {
  register('EconomicsInputName', EconomicsInputName, 'What the economics are worked out from.', {
    ANNUAL_VALUE: 'What an average customer with us is worth in a year.',
    RETENTION: 'Share of customers that stay from one year to the next.',
    MARGIN: 'Share of the annual value left after what serving the customer costs.',
    DISCOUNT_RATE: 'What money loses in worth a year.',
    HORIZON_YEARS: 'Years to come that are counted.',
    RETENTION_CHANGE: 'The change of retention that is looked at; 0.01 is one point.',
    HANDLING_COST: 'What handling one problem costs us.',
    PREVENTED_SHARE: 'Share of the accounts with problems that would have had none.',
  });
  register('InputSource', InputSource, 'Where a number comes from.', {
    OBSERVED: 'Counted from what was recorded.',
    DEFAULT: 'Nothing recorded speaks for it: a number of ours, meant to be replaced.',
    GIVEN: 'Set by whoever asks.',
  });
  registerChecklistEnums();
}

function registerChecklistEnums(): void {
  register('ChecklistArea', ChecklistArea, 'The areas in which we judge ourselves.', {
    CUSTOMERS: 'How we deal with customers: ten statements.',
    OFFERING: 'What we offer them: four statements.',
    EMPLOYEES: 'Our own people: seven statements.',
    MEASUREMENT: 'What we measure, and what it is worth: eleven statements.',
  });
  register('ChecklistRating', ChecklistRating, 'How far a statement is true of us.', {
    NOT_AT_ALL: 'Not at all: 0.',
    MINIMALLY: 'Minimally: 1.',
    MODERATELY: 'Moderately: 2.',
    SIGNIFICANTLY: 'Significantly: 3.',
  });
  register('LiveFigureCode', LiveFigureCode, 'What the product knows of the subject of a statement.', {
    BASE_AT_RISK: 'Share of the customers at risk.',
    VALUE_AT_RISK: 'Annual value of the customers at risk.',
    CUSTOMERS_WITH_PROBLEMS: 'Share of the customers with a problem in 365 days.',
    RECOVERY_RATE: 'Share of the problems of 365 days that are solved with nobody left to be told.',
    PROBLEM_EFFECT: 'How much smaller the share that stays is after a problem.',
    PREVENTION_PAYOFF: 'What preventing some of the problems would pay.',
    RETENTION: 'Share of account-years that ended with the customer still with us.',
    CUSTOMER_VALUE: 'What an average customer is worth over the years to come.',
  });
  register('FigureUnit', FigureUnit, 'What a figure is counted in.', {
    SHARE: 'A share, 0 to 1.',
    DIFFERENCE: 'A difference of two shares, -1 to 1.',
    MONEY: 'An amount in a currency.',
  });
}
