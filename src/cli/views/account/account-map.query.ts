import type { DivergenceCause, EvidenceGrade, Standing } from '../../../domain/judgement-terms.js';
import type {
  Basis,
  OrganisationLevel,
  OrganisationStructure,
  Provenance,
  StakeholderRole,
} from '../../../domain/terms.js';
import { FLAG_FIELDS, type FlagAnswer } from '../flags.view.js';
import type { GapAnswer } from '../gaps.view.js';
import type { MoneyAnswer } from '../words.js';
import { LOYALTY_EVENT_FIELDS, type LoyaltyEventAnswer } from './loyalty.view.js';
import type { OpenProblemAnswer } from './problems.view.js';
import type { PromiseAnswer, PromiseKeepingAnswer } from './promises.view.js';
import type { TeamGapsAnswer, TeamMemberAnswer } from './team.view.js';

const PROMISE = 'promise dueOn status settledAt madeTo { fullName } owner { name }';

/** Everything the map of one account shows. */
export const ACCOUNT_MAP_QUERY = `query AccountMap($id: ID!) {
  account(ref: { id: $id }) {
    id name segment structure structureBasis annualValue { amount currency } renewalOn lostOn owner { name email } parent { name }
    assessment {
      standing risk valueAtRisk { amount currency } decidingLevels assessedAt methodVersion
      levels { level known heard score low high ourEstimate lastHeardAt lastContactAt }
      divergence { direction grade gap probability cause nextAction }
      reasons { code weight summary evidence { kind id } }
    }
    stakeholders(first: 100, includeFormer: true) {
      totalCount
      nodes {
        id fullName title level levelBasis roles endedOn reportsTo { fullName } successor { fullName }
        answers(first: 1) { nodes { instrument score provenance answeredAt } }
      }
    }
    interactions(first: 5) {
      totalCount
      nodes { occurredAt channel outcome notes stakeholders { fullName } loggedBy { name } }
    }
    problems(first: 25, status: OPEN) {
      totalCount
      nodes { id title severity occurredAt history { status at } knowledge { stakeholder { fullName level } knowledge } }
    }
    promises: commitments(first: 25, status: OPEN) { totalCount nodes { ${PROMISE} } }
    broken: commitments(first: 25, status: BROKEN) { totalCount nodes { ${PROMISE} } }
    promiseKeeping { open kept keptLate broken renegotiated rate low high }
    team { user { name email } ourFunction leader since counterparts { fullName level } }
    teamGaps {
      hasLeader uncoveredFunctions
      withoutCounterpart { level stakeholder { fullName } }
      vacancies { endedOn keyRoles stakeholder { fullName } openProblems { title } commitments { promise } }
      teamVacancies { until user { name } stakeholders { fullName } commitments { promise } }
    }
    flags(first: 25) { totalCount nodes { ${FLAG_FIELDS} } }
    loyaltyEvents(first: 25) { totalCount nodes { ${LOYALTY_EVENT_FIELDS} } }
  }
  knowledgeGaps(first: 25, account: { id: $id }) {
    totalCount
    nodes { level since problem { id title account { name } } untold { id fullName } }
  }
}`;

/** What that query answers. */
export interface AccountMapAnswer {
  readonly account: AccountMap | null;
  readonly knowledgeGaps: { readonly totalCount: number; readonly nodes: readonly GapAnswer[] };
}

/** The account of that answer. */
export interface AccountMap {
  readonly name: string;
  readonly segment: string | null;
  readonly structure: OrganisationStructure;
  readonly structureBasis: Basis | null;
  readonly annualValue: MoneyAnswer | null;
  readonly renewalOn: string | null;
  readonly lostOn: string | null;
  readonly owner: Named | null;
  readonly parent: Named | null;
  readonly assessment: AssessmentAnswer | null;
  readonly stakeholders: { readonly totalCount: number; readonly nodes: readonly StakeholderAnswer[] };
  readonly interactions: { readonly totalCount: number; readonly nodes: readonly InteractionAnswer[] };
  readonly problems: { readonly totalCount: number; readonly nodes: readonly OpenProblemAnswer[] };
  readonly promises: { readonly nodes: readonly PromiseAnswer[] };
  readonly broken: { readonly nodes: readonly PromiseAnswer[] };
  readonly promiseKeeping: PromiseKeepingAnswer;
  readonly team: readonly TeamMemberAnswer[];
  readonly teamGaps: TeamGapsAnswer | null;
  readonly flags: { readonly totalCount: number; readonly nodes: readonly FlagAnswer[] };
  readonly loyaltyEvents: { readonly totalCount: number; readonly nodes: readonly LoyaltyEventAnswer[] };
}

interface Named {
  readonly name: string;
}

/** The judgement of the account. */
export interface AssessmentAnswer {
  readonly standing: Standing;
  readonly risk: number;
  readonly valueAtRisk: MoneyAnswer | null;
  readonly decidingLevels: readonly OrganisationLevel[];
  readonly levels: readonly LevelAnswer[];
  readonly divergence: {
    readonly grade: EvidenceGrade;
    readonly gap: number | null;
    readonly probability: number | null;
    readonly cause: DivergenceCause | null;
    readonly nextAction: string | null;
  };
  readonly reasons: readonly {
    readonly weight: number;
    readonly summary: string;
    readonly evidence: readonly unknown[];
  }[];
}

/** What one level says. */
export interface LevelAnswer {
  readonly level: OrganisationLevel;
  readonly known: number;
  readonly heard: number;
  readonly score: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly ourEstimate: number | null;
  readonly lastHeardAt: string | null;
  readonly lastContactAt: string | null;
}

/** One person's seat, with the latest answer. */
export interface StakeholderAnswer {
  readonly fullName: string;
  readonly title: string | null;
  readonly level: OrganisationLevel;
  readonly levelBasis: Basis | null;
  readonly roles: readonly StakeholderRole[];
  readonly endedOn: string | null;
  readonly reportsTo: { readonly fullName: string } | null;
  readonly successor: { readonly fullName: string } | null;
  readonly answers: {
    readonly nodes: readonly {
      readonly instrument: string;
      readonly score: number | null;
      readonly provenance: Provenance;
      readonly answeredAt: string;
    }[];
  };
}

/** One contact. */
export interface InteractionAnswer {
  readonly occurredAt: string;
  readonly channel: string;
  readonly outcome: string | null;
  readonly notes: string | null;
  readonly stakeholders: readonly { readonly fullName: string }[];
  readonly loggedBy: Named | null;
}
