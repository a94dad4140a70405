import { OrganisationStructure } from '../../domain/terms.js';

const { HIERARCHICAL, FLAT, UNKNOWN } = OrganisationStructure;

/** What happened at one level of an account in two years. Days count back from today. */
export interface LevelStory {
  /** People known there. */
  readonly people: number;
  /** How many of them answer our surveys. */
  readonly answering: number;
  /** How satisfied they were, 0-100, and are since it `turned`. */
  readonly mood: readonly [before: number, now: number];
  /** Days ago of the last survey they answered. */
  readonly lastAnswer: number;
  /** How many of them we meet, every so many days, and when last. */
  readonly met: number;
  readonly contactEvery: number;
  readonly lastContact: number;
}

/** What an account is an example of. */
export interface Story {
  readonly structure: OrganisationStructure;
  /** Nobody stated the structure: it is inferred from what we observed. */
  readonly observed?: boolean;
  readonly operations: LevelStory;
  readonly management: LevelStory;
  /** Days ago of the turn from the earlier mood to the present one. */
  readonly turned: number;
  /** Somebody of weight left so many days ago. */
  readonly departure?: {
    readonly who: 'DECISION_MAKER' | 'CHAMPION';
    readonly daysAgo: number;
    readonly succeeded: boolean;
  };
  /** The decision maker says they would not buy again, or definitely not recommend us. */
  readonly defection?: 'REPURCHASE' | 'RECOMMEND';
  /** What our own people believe of the level, 0-100; else about what is true. */
  readonly belief?: number;
  /** All contact runs through the owner. */
  readonly oneOfUs?: boolean;
}

/** Heard, met and content: what every story departs from. */
const LEVEL: LevelStory = {
  people: 4,
  answering: 4,
  mood: [82, 82],
  lastAnswer: 10,
  met: 4,
  contactEvery: 65,
  lastContact: 12,
};

const level = (change: Partial<LevelStory> = {}): LevelStory => ({ ...LEVEL, ...change });
const top = (change: Partial<LevelStory> = {}): LevelStory =>
  level({ people: 3, answering: 3, met: 3, ...change });
const NEVER_ASKED: Partial<LevelStory> = { answering: 0 };
const NEVER_MET: Partial<LevelStory> = { answering: 0, met: 0 };

const story = (structure: OrganisationStructure, change: Partial<Story> = {}): Story => ({
  structure,
  operations: level(),
  management: top(),
  turned: 400,
  ...change,
});

/** The stories of the demo portfolio. Each shows one thing that an average over all answers would hide. */
export const STORIES = {
  contentHierarchy: story(HIERARCHICAL),
  contentUsers: story(FLAT),
  contentEverywhere: story(UNKNOWN),
  /** Who decides there was seen, not said. */
  observedUsers: story(FLAT, { observed: true }),
  observedHierarchy: story(HIERARCHICAL, { observed: true }),
  /** Those who use it are delighted; those who renew it are not. */
  unhappyTop: story(HIERARCHICAL, {
    operations: level({ mood: [84, 90] }),
    management: top({ people: 4, answering: 4, met: 4, mood: [68, 16], contactEvery: 80, lastContact: 55 }),
  }),
  /** The same answers where users decide. */
  unhappyTopOfUsers: story(FLAT, {
    operations: level({ mood: [84, 90] }),
    management: top({ people: 4, answering: 4, met: 4, mood: [68, 16], contactEvery: 80, lastContact: 55 }),
  }),
  unhappyUsers: story(FLAT, { operations: level({ people: 6, answering: 6, mood: [70, 20] }), turned: 300 }),
  /** The reverse: management is content and does not hear what operations say. */
  unhappyBase: story(HIERARCHICAL, {
    operations: level({ people: 6, answering: 6, mood: [70, 24] }),
    management: top({ mood: [80, 88] }),
  }),
  silentTop: story(HIERARCHICAL, { management: top({ ...NEVER_MET }) }),
  unheardTop: story(HIERARCHICAL, { management: top({ ...NEVER_ASKED }) }),
  unheardUsers: story(FLAT, { operations: level({ ...NEVER_ASKED, contactEvery: 60 }) }),
  nobodyAsked: story(UNKNOWN, { operations: level({ ...NEVER_ASKED }), management: top({ ...NEVER_MET }) }),
  fellSilent: story(HIERARCHICAL, { management: top({ lastAnswer: 200, lastContact: 140, mood: [78, 74] }) }),
  championLeft: story(HIERARCHICAL, {
    management: top({ mood: [80, 52], met: 1 }),
    departure: { who: 'CHAMPION', daysAgo: 75, succeeded: false },
    turned: 150,
  }),
  deciderLeft: story(HIERARCHICAL, {
    management: top({ mood: [78, 70] }),
    departure: { who: 'DECISION_MAKER', daysAgo: 50, succeeded: false },
  }),
  deciderSucceeded: story(HIERARCHICAL, {
    departure: { who: 'DECISION_MAKER', daysAgo: 160, succeeded: true },
  }),
  singleThread: story(HIERARCHICAL, {
    operations: level({ contactEvery: 45 }),
    management: top({ met: 1, contactEvery: 45 }),
    oneOfUs: true,
  }),
  declining: story(HIERARCHICAL, {
    operations: level({ mood: [82, 62] }),
    management: top({ mood: [86, 48] }),
    turned: 170,
  }),
  overestimated: story(HIERARCHICAL, {
    management: top({ people: 4, answering: 4, mood: [64, 15] }),
    belief: 85,
  }),
  wouldNotBuyAgain: story(HIERARCHICAL, { management: top({ mood: [70, 46] }), defection: 'REPURCHASE' }),
  wouldNotRecommend: story(FLAT, { operations: level({ mood: [70, 44] }), defection: 'RECOMMEND' }),
  recovered: story(HIERARCHICAL, {
    operations: level({ mood: [44, 84] }),
    management: top({ people: 4, answering: 4, mood: [16, 84] }),
    turned: 380,
  }),
} satisfies Record<string, Story>;

export type StoryName = keyof typeof STORIES;
