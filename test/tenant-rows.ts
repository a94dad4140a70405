/** What the tests select of a record, and the row that comes back for it. */

export interface AccountRow {
  id: string;
  name: string;
  kind: string;
  structure: string;
  structureBasis: string | null;
  segment: string | null;
  annualValue: { amount: string; currency: string } | null;
  renewalOn: string | null;
  owner: { email: string } | null;
  parent: { name: string } | null;
  externalIds: { system: string; id: string }[];
  version: number;
}

export const ACCOUNT =
  'id name kind structure structureBasis segment annualValue { amount currency } renewalOn owner { email } parent { name } externalIds { system id } version';

export interface SeatRow {
  id: string;
  fullName: string;
  email: string | null;
  title: string | null;
  level: string;
  levelBasis: string | null;
  roles: string[];
  startedOn: string | null;
  endedOn: string | null;
  version: number;
}

export const SEAT = 'id fullName email title level levelBasis roles startedOn endedOn version';

export interface AnswerRow {
  id: string;
  score: number | null;
  level: string;
  provenance: string;
  answeredAt: string;
}

export const ANSWER = 'id score level provenance answeredAt';

export interface LoyaltyEventRow {
  id: string;
  kind: string;
  occurredOn: string;
  amount: { amount: string; currency: string } | null;
  reason: string | null;
  withdrawn: boolean;
  external: { system: string; id: string } | null;
  supersededBy: { id: string } | null;
}

export const LOYALTY_EVENT =
  'id kind occurredOn amount { amount currency } reason withdrawn external { system id } supersededBy { id }';

/** The judgement of an account. */
export interface Judged {
  standing: string;
  risk: number;
  valueAtRisk: { amount: string; currency: string } | null;
  decidingLevels: string[];
  levels: { level: string; known: number; heard: number; score: number | null; ourEstimate: number | null }[];
  divergence: {
    direction: string;
    grade: string;
    gap: number | null;
    cause: string | null;
    nextAction: string | null;
  };
  reasons: { code: string; weight: number; summary: string; evidence: { kind: string; id: string }[] }[];
  assessedAt: string;
}

export const ASSESSMENT = `standing risk valueAtRisk { amount currency } decidingLevels
  levels { level known heard score low high ourEstimate lastHeardAt lastContactAt }
  divergence { direction grade gap probability cause nextAction }
  reasons { code weight summary evidence { kind id } } assessedAt methodVersion`;
