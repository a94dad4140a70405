import { daysAgo, TODAY } from '../fixtures/account-facts.js';
import { ProblemStatus } from '../terms.js';
import { changeHeard, type HeardStatus, type RecordedChange } from './heard-status.js';

const { OPEN, RESOLVED } = ProblemStatus;
const open: HeardStatus = { status: OPEN, resolvedAt: null };
const solved = (days: number): HeardStatus => ({ status: RESOLVED, resolvedAt: daysAgo(days) });
const recorded = (status: ProblemStatus, days: number, saidByPerson = false): RecordedChange => ({
  status,
  at: daysAgo(days),
  saidByPerson,
});

describe('what another system says of a problem', () => {
  it('is nothing new while it says the same', () => {
    expect(changeHeard(open, [], TODAY)).toBeNull();
    expect(changeHeard(solved(5), [recorded(RESOLVED, 5)], TODAY)).toBeNull();
    expect(changeHeard(solved(2), [recorded(RESOLVED, 5)], TODAY)).toBeNull();
  });

  it('solves a problem at the instant it names, and lets it stand again from when it was heard', () => {
    expect(changeHeard(solved(5), [], TODAY)).toEqual({ status: RESOLVED, at: daysAgo(5) });
    expect(changeHeard(open, [recorded(RESOLVED, 5)], TODAY)).toEqual({ status: OPEN, at: TODAY });
    const again = [recorded(RESOLVED, 9), recorded(OPEN, 7)];
    expect(changeHeard(solved(3), again, TODAY)).toEqual({ status: RESOLVED, at: daysAgo(3) });
  });

  it('does not take back what a person recorded', () => {
    expect(changeHeard(open, [recorded(RESOLVED, 5, true)], TODAY)).toBeNull();
    expect(changeHeard(solved(9), [recorded(RESOLVED, 9), recorded(OPEN, 7, true)], TODAY)).toBeNull();
    expect(changeHeard(solved(8), [recorded(RESOLVED, 9), recorded(OPEN, 7, true)], TODAY)).toBeNull();
  });

  it('knows an old solution again after a reopening, and dates a new one not before what is recorded', () => {
    const reopened = [recorded(RESOLVED, 9), recorded(OPEN, 3)];
    expect(changeHeard(solved(9), reopened, TODAY)).toBeNull();
    expect(changeHeard(solved(5), reopened, TODAY)).toEqual({ status: RESOLVED, at: daysAgo(3) });
  });
});
