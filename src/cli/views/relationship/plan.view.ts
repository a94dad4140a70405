import { GoalStatus, RelationshipSide } from '../../../domain/loyalty/terms.js';
import { type OrganisationLevel, type OurFunction, type StakeholderRole } from '../../../domain/terms.js';
import { printable, type Terminal } from '../../terminal.js';
import { tableLines, wrap } from '../text-table.js';
import { codeInWords, dayInTable } from '../words.js';

/** The plan of a relationship, as the command prints it. */
export const PLAN_QUERY = `query Plan($id: ID!, $page: Boolean!) {
  account(ref: { id: $id }) {
    name
    relationshipPlan {
      version updatedAt nextReviewOn overdueDays
      goals { side text measure dueOn status isOverdue }
      ourPeople { user { name } ourFunction leader lastContactAt }
      theirPeople(first: 100) { totalCount nodes { fullName level roles lastContactAt } }
      commitments(first: 1, status: OPEN) { totalCount }
      broken: commitments(first: 1, status: BROKEN) { totalCount }
      expectations(first: 1) { totalCount }
      reviews(first: 1) { nodes { heldOn outcome } }
      page @include(if: $page)
    }
  }
}`;

/** What that query answers. */
export interface PlanAnswer {
  readonly account: { readonly name: string; readonly relationshipPlan: Plan | null } | null;
}

interface Counted {
  readonly totalCount: number;
}

interface Plan {
  readonly version: number;
  readonly updatedAt: string;
  readonly nextReviewOn: string | null;
  readonly overdueDays: number;
  readonly goals: readonly GoalAnswer[];
  readonly ourPeople: readonly {
    readonly user: { readonly name: string };
    readonly ourFunction: OurFunction;
    readonly leader: boolean;
    readonly lastContactAt: string | null;
  }[];
  readonly theirPeople: Counted & {
    readonly nodes: readonly {
      readonly fullName: string;
      readonly level: OrganisationLevel;
      readonly roles: readonly StakeholderRole[];
      readonly lastContactAt: string | null;
    }[];
  };
  readonly commitments: Counted;
  readonly broken: Counted;
  readonly expectations: Counted;
  readonly reviews: { readonly nodes: readonly { readonly heldOn: string; readonly outcome: string }[] };
  /** The page; only where it was asked for. */
  readonly page?: string;
}

interface GoalAnswer {
  readonly side: RelationshipSide;
  readonly text: string;
  readonly measure: string | null;
  readonly dueOn: string | null;
  readonly status: GoalStatus;
  readonly isOverdue: boolean;
}

const THEIRS = [
  { title: 'Their people', narrowest: 16 },
  { title: 'Level' },
  { title: 'Roles', narrowest: 12 },
  { title: 'Last contact' },
];
const OURS = [{ title: 'Our people', narrowest: 16 }, { title: 'Function' }, { title: 'Last contact' }];

/** Goals of both sides, the people on both, what is open, and the next review. */
export function planLines(name: string, plan: Plan, terminal: Terminal): string[] {
  const { paint } = terminal;
  const theirs = plan.theirPeople.nodes.map(({ fullName, level, roles, lastContactAt }) => [
    fullName,
    codeInWords(level),
    roles.map(codeInWords).join(', '),
    dayInTable(lastContactAt),
  ]);
  const ours = plan.ourPeople.map(({ user, ourFunction, leader, lastContactAt }) => [
    user.name,
    `${codeInWords(ourFunction)}${leader ? ', leads' : ''}`,
    dayInTable(lastContactAt),
  ]);
  const more = plan.theirPeople.totalCount - theirs.length;
  return [
    `${paint.bold(printable(name))}: relationship plan, version ${plan.version} of ${dayInTable(plan.updatedAt)}`,
    ...reviewLines(plan, terminal),
    ...goalLines('They want', RelationshipSide.THEIRS, plan, terminal),
    ...goalLines('We want', RelationshipSide.OURS, plan, terminal),
    '',
    ...tableLines(THEIRS, theirs, terminal),
    ...(more > 0 ? [`and ${more} more.`] : []),
    '',
    ...tableLines(OURS, ours, terminal),
    '',
    `Promises: ${plan.commitments.totalCount} open, ${plan.broken.totalCount} broken. Expectations: ${plan.expectations.totalCount}.`,
  ];
}

function reviewLines({ nextReviewOn, overdueDays, reviews }: Plan, { paint, width }: Terminal): string[] {
  const [last] = reviews.nodes;
  const held = last ? `Last reviewed ${last.heldOn}: ${last.outcome}` : 'Never reviewed yet.';
  const next = nextReviewOn === null ? 'No review is planned.' : `Next review: ${nextReviewOn}.`;
  const late =
    overdueDays > 0 ? paint.red(`The review was due ${nextReviewOn}, ${overdueDays} days ago.`) : next;
  return [late, ...wrap(held, width)];
}

function goalLines(
  title: string,
  side: RelationshipSide,
  { goals }: Plan,
  { paint, width }: Terminal,
): string[] {
  const ofSide = goals.filter((goal) => goal.side === side);
  const lines = ofSide.flatMap(({ text, measure, dueOn, status, isOverdue }) => {
    const due = dueOn === null ? '' : isOverdue ? `, was due ${dueOn}` : `, by ${dueOn}`;
    const state = status === GoalStatus.OPEN ? due : `, ${codeInWords(status)}`;
    const wrapped = wrap(`${text}${measure === null ? '' : ` (${measure})`}${state}`, width - 4);
    const indented = wrapped.map((line, index) => (index === 0 ? `  - ${line}` : `    ${line}`));
    return isOverdue ? indented.map(paint.red) : indented;
  });
  return ['', paint.dim(title), ...(lines.length === 0 ? ['  nothing written down yet'] : lines)];
}
