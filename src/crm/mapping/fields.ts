import { LoyaltyEventKind } from '../../domain/loyalty/terms.js';
import {
  AccountKind,
  Channel,
  InteractionOutcome,
  OrganisationLevel,
  OrganisationStructure,
  OurFunction,
  ProblemStatus,
  Provenance,
  Severity,
  StakeholderRole,
} from '../../domain/terms.js';
import { EVENT_SPELLINGS } from './event-spellings.js';

/** What the rows of a file are. Deals are never stored: they tell what an account is worth. */
export type RecordKind =
  | 'accounts'
  | 'stakeholders'
  | 'problems'
  | 'interactions'
  | 'answers'
  | 'insights'
  | 'teachings'
  | 'loyaltyEvents'
  | 'deals';

/** The kinds in the order in which they are imported, so that references point backwards. */
export const RECORD_KINDS: readonly RecordKind[] = [
  'deals',
  'accounts',
  'stakeholders',
  'problems',
  'interactions',
  'answers',
  'insights',
  'teachings',
  'loyaltyEvents',
];

/** How the text of a cell is to be read. */
export type FieldType =
  | 'ID'
  | 'IDS'
  | 'TEXT'
  | 'EMAIL'
  | 'DATE'
  | 'INSTANT'
  | 'MONEY'
  | 'NUMBER'
  | 'BOOLEAN'
  | 'CHOICE'
  | 'CHOICES';

/** What is known of a field that a column can be mapped to. */
export interface FieldRule {
  readonly type: FieldType;
  /** Without a column for it, nothing of the file can be imported. */
  readonly required?: boolean;
  /** The words that a CHOICE may become. */
  readonly choices?: readonly string[];
  /** What else a cell may call them, by `lettersOf` each spelling. */
  readonly spellings?: ReadonlyMap<string, string>;
}

const { RENEWED, EXPANDED, CONTRACTED } = LoyaltyEventKind;

const text: FieldRule = { type: 'TEXT' };

const FIELDS: Readonly<Record<RecordKind, Readonly<Record<string, FieldRule>>>> = {
  accounts: {
    id: { type: 'ID', required: true },
    name: text,
    kind: choice(AccountKind),
    structure: choice(OrganisationStructure),
    segment: text,
    annualValue: { type: 'MONEY' },
    currency: text,
    renewalOn: { type: 'DATE' },
    ownerEmail: { type: 'EMAIL' },
    parent: { type: 'ID' },
    domain: text,
  },
  stakeholders: {
    id: { type: 'ID' },
    account: { type: 'ID' },
    fullName: text,
    firstName: text,
    lastName: text,
    email: { type: 'EMAIL' },
    title: text,
    level: choice(OrganisationLevel),
    roles: { ...choice(StakeholderRole), type: 'CHOICES' },
    reportsTo: { type: 'ID' },
    startedOn: { type: 'DATE' },
    endedOn: { type: 'DATE' },
  },
  problems: {
    id: { type: 'ID', required: true },
    account: { type: 'ID', required: true },
    reportedBy: { type: 'IDS' },
    title: { ...text, required: true },
    description: text,
    severity: { ...choice(Severity), required: true },
    occurredAt: { type: 'INSTANT', required: true },
    status: choice(ProblemStatus),
    resolvedAt: { type: 'INSTANT' },
    resolution: text,
  },
  interactions: {
    id: { type: 'ID', required: true },
    account: { type: 'ID' },
    stakeholders: { type: 'IDS', required: true },
    channel: { ...choice(Channel), required: true },
    occurredAt: { type: 'INSTANT', required: true },
    subject: text,
    notes: text,
    outcome: choice(InteractionOutcome),
    ourFunction: choice(OurFunction),
  },
  answers: {
    id: { type: 'ID' },
    stakeholder: { type: 'ID' },
    stakeholderEmail: { type: 'EMAIL' },
    instrument: { ...text, required: true },
    value: text,
    answeredAt: { type: 'INSTANT', required: true },
    provenance: choice(Provenance),
    solicited: { type: 'BOOLEAN' },
    comment: text,
  },
  insights: {
    id: { type: 'ID', required: true },
    account: { type: 'ID' },
    segment: text,
    ourFunction: { ...choice(OurFunction), required: true },
    statement: { ...text, required: true },
    heardFrom: { type: 'IDS' },
    heardFromEmail: text,
    learnedAt: { type: 'INSTANT', required: true },
  },
  teachings: {
    id: { type: 'ID', required: true },
    account: { type: 'ID', required: true },
    stakeholders: { type: 'IDS' },
    stakeholderEmail: text,
    topic: { ...text, required: true },
    ourFunction: choice(OurFunction),
    taughtAt: { type: 'INSTANT', required: true },
    response: choice(InteractionOutcome),
  },
  loyaltyEvents: {
    id: { type: 'ID' },
    account: { type: 'ID', required: true },
    kind: { ...choice(LoyaltyEventKind), spellings: EVENT_SPELLINGS, required: true },
    occurredOn: { type: 'DATE', required: true },
    amount: { type: 'MONEY' },
    currency: text,
    reason: text,
  },
  deals: {
    id: { type: 'ID' },
    account: { type: 'ID', required: true },
    won: { type: 'BOOLEAN', required: true },
    amount: { type: 'MONEY', required: true },
    currency: text,
    closedOn: { type: 'DATE', required: true },
    closed: { type: 'BOOLEAN' },
    event: choice({ RENEWED, EXPANDED, CONTRACTED }),
    reason: text,
  },
};

/** Ratings per item of an instrument that has several: `items.RELIABILITY`. */
const ITEM = /^items\.[A-Z0-9_]+$/;

/** What is known of a field, or undefined when the kind has no such field. */
export function findField(kind: RecordKind, field: string): FieldRule | undefined {
  if (kind === 'answers' && ITEM.test(field)) return { type: 'NUMBER' };
  return Object.hasOwn(FIELDS[kind], field) ? FIELDS[kind][field] : undefined;
}

/** The fields that a file of this kind cannot do without. */
export function requiredFields(kind: RecordKind): string[] {
  return Object.entries(FIELDS[kind]).flatMap(([field, { required }]) => (required ? [field] : []));
}

/** The fields of a kind, for telling which ones there are. */
export function fieldNames(kind: RecordKind): string[] {
  return Object.keys(FIELDS[kind]);
}

function choice(words: Readonly<Record<string, string>>): FieldRule {
  return { type: 'CHOICE', choices: Object.values(words) };
}
