import fc from 'fast-check';
import { TODAY } from '../../fixtures/account-facts.js';
import { daysBefore } from '../../instants.js';
import { OrganisationLevel } from '../../terms.js';
import { handoutPage } from './handout.js';
import { ownPlace } from './own-place.js';
import { publicationOf, type Publication, type Published } from './publication.js';
import { countsByAccount, sampleRefusals, type Voice } from './sample.js';

const { OPERATIONS, MANAGEMENT, UNKNOWN } = OrganisationLevel;

function voice(accountId: string, score: number, level = OPERATIONS, who = ''): Voice {
  return { accountId, stakeholderId: `${accountId}${who}${level}`, level, score };
}

/** So many accounts with one answer each at the level. */
function accounts(count: number, score: number, level = OPERATIONS): Voice[] {
  return Array.from({ length: count }, (_, index) => voice(`a${index}`, score, level));
}

function published(voices: readonly Voice[], earlier: readonly Published[] = [], at = TODAY): Published {
  const publication = publicationOf(voices, earlier, at);
  if (publication.kind !== 'RENEWED') throw new Error(`It was ${publication.kind}.`);
  return { figures: publication.figures, voices, publishedAt: at };
}

describe('a segment benchmark', () => {
  it('is refused below five accounts, or when one makes up more than half', () => {
    expect(publicationOf(accounts(4, 50), [], TODAY)).toEqual({
      kind: 'REFUSED',
      refusals: ['TOO_FEW_ACCOUNTS'],
    });
    expect(publicationOf([], [], TODAY)).toEqual({ kind: 'REFUSED', refusals: ['TOO_FEW_ACCOUNTS'] });
    expect(publicationOf(accounts(5, 50), [], TODAY).kind).toBe('RENEWED');
    const large = Array.from({ length: 5 }, (_, index) => voice('a0', 50, OPERATIONS, String(index)));
    const half = [...large.slice(0, 4), ...accounts(5, 50).slice(1)];
    expect(publicationOf(half, [], TODAY).kind).toBe('RENEWED');
    expect(publicationOf([...large, ...half.slice(4)], [], TODAY)).toMatchObject({
      refusals: ['ONE_ACCOUNT_DOMINATES'],
    });
  });

  it('says how a segment answers, rounded to fives', () => {
    const voices = [12, 33, 47, 71, 74, 88, 100].map((score, index) => voice(`a${index}`, score));
    expect(published(voices).figures).toEqual({
      accounts: 5,
      voices: 5,
      mean: 60,
      median: 70,
      bands: [
        { from: 0, to: 20, share: 15 },
        { from: 20, to: 40, share: 15 },
        { from: 40, to: 60, share: 15 },
        { from: 60, to: 80, share: 30 },
        { from: 80, to: 100, share: 30 },
      ],
      levels: [],
    });
  });

  it('shows the levels only when every part could be published by itself', () => {
    const both = [...accounts(5, 80), ...accounts(5, 40, MANAGEMENT)];
    expect(published(both).figures.levels).toMatchObject([
      { level: 'OPERATIONS', mean: 80 },
      { level: 'MANAGEMENT', mean: 40 },
    ]);
    expect(published([...accounts(5, 80), ...accounts(4, 40, MANAGEMENT)]).figures.levels).toEqual([]);
    expect(published([...both, voice('a0', 10, UNKNOWN)]).figures.levels).toEqual([]);
    expect(published([...both, ...accounts(5, 10, UNKNOWN)]).figures.levels).toHaveLength(2);
  });
});

describe('two benchmarks do not give an account away', () => {
  const first = published(accounts(6, 80));

  it('when one account answers differently, joins or leaves: the first is shown again', () => {
    const others = accounts(6, 80).slice(1);
    for (const after of [[voice('a0', 0), ...others], others, [...accounts(6, 80), voice('new', 0)]]) {
      expect(publicationOf(after, [first], TODAY)).toEqual({ kind: 'KEPT' });
    }
  });

  it('when four change; five may, unless one of them makes up most of the change', () => {
    const changed = (count: number) => [...accounts(count, 20), ...accounts(6, 80).slice(count)];
    expect(publicationOf(changed(4), [first], TODAY).kind).toBe('KEPT');
    expect(publicationOf(changed(5), [first], TODAY).kind).toBe('RENEWED');
    const loud = Array.from({ length: 12 }, (_, index) => voice('a0', 20, OPERATIONS, `x${index}`));
    const crowd = Array.from({ length: 20 }, (_, index) => voice(`b${index}`, 80));
    const before = published([...accounts(6, 80), ...crowd]);
    expect(publicationOf([...changed(5), ...crowd, ...loud], [before], TODAY).kind).toBe('KEPT');
  });

  it('when the whole changes enough and a level does not', () => {
    const both = published([...accounts(6, 80), ...accounts(6, 40, MANAGEMENT)]);
    const operations = accounts(6, 20);
    const oneManager = [voice('a0', 0, MANAGEMENT), ...accounts(6, 40, MANAGEMENT).slice(1)];
    expect(publicationOf([...operations, ...oneManager], [both], TODAY).kind).toBe('KEPT');
    expect(publicationOf([...operations, ...accounts(6, 40, MANAGEMENT)], [both], TODAY).kind).toBe(
      'RENEWED',
    );
  });

  it('when levels that were left out would come back', () => {
    const split = (ops: number, mgmt: number) => [...accounts(6, ops), ...accounts(6, mgmt, MANAGEMENT)];
    const shown = published(split(80, 40));
    const without = published([...split(20, 60), voice('z', 50, UNKNOWN)], [shown]);
    expect(without.figures.levels).toEqual([]);
    expect(published(split(60, 20), [shown, without]).figures.levels).toEqual([]);
    const yearsLater = daysBefore(TODAY, -366);
    expect(published(split(60, 20), [shown, without], yearsLater).figures.levels).toHaveLength(2);
  });

  it('when five change and change back again while a sixth does not', () => {
    const others = [...accounts(5, 20), ...accounts(6, 80).slice(5)];
    const second = published(others, [first]);
    const back = [...accounts(5, 80), voice('a5', 0)];
    expect(publicationOf(back, [first, second], TODAY)).toEqual({ kind: 'KEPT' });
    expect(publicationOf(accounts(6, 80), [first, second], TODAY).kind).toBe('RENEWED');
  });

  it('binds nobody once none of its answers counts any more', () => {
    const others = accounts(6, 80).slice(1);
    expect(publicationOf(others, [first], daysBefore(TODAY, -365)).kind).toBe('KEPT');
    expect(publicationOf(others, [first], daysBefore(TODAY, -366)).kind).toBe('RENEWED');
  });

  const step = fc.record({
    account: fc.integer({ min: 0, max: 9 }),
    score: fc.option(fc.integer({ min: 0, max: 100 })),
    level: fc.constantFrom(OPERATIONS, MANAGEMENT, UNKNOWN),
  });

  it('whatever happens: between any two that differ, five accounts or more changed, none of them most of it', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        let voices: Voice[] = [];
        const shown: Published[] = [];
        for (const { account, score, level } of steps) {
          const id = `a${account}`;
          voices = voices.filter((each) => each.accountId !== id || each.level !== level);
          if (score !== null) voices = [...voices, voice(id, score, level)];
          const publication: Publication = publicationOf(voices, shown, TODAY);
          if (publication.kind !== 'RENEWED') continue;
          for (const earlier of shown) expectHidden(earlier.voices, voices);
          shown.push({ figures: publication.figures, voices, publishedAt: TODAY });
        }
      }),
      { numRuns: 300 },
    );
  });

  function expectHidden(before: readonly Voice[], after: readonly Voice[]): void {
    const text = (each: Voice): string => JSON.stringify(each);
    const [old, fresh] = [new Set(before.map(text)), new Set(after.map(text))];
    const changed = [
      ...before.filter((each) => !fresh.has(text(each))),
      ...after.filter((each) => !old.has(text(each))),
    ];
    if (changed.length === 0) return;
    expect(countsByAccount(changed).size).toBeGreaterThanOrEqual(5);
    expect(sampleRefusals(changed)).toEqual([]);
  }

  it('every figure is a multiple of five, whatever was answered', () => {
    const scores = fc.array(fc.double({ min: 0, max: 100, noNaN: true }), { minLength: 5, maxLength: 40 });
    fc.assert(
      fc.property(scores, (drawn) => {
        const {
          accounts: count,
          voices,
          mean,
          median,
          bands,
        } = published(drawn.map((score, index) => voice(`a${index}`, score))).figures;
        const all = [count, voices, mean, median, ...bands.map(({ share }) => share)];
        expect(all.every((figure) => figure % 5 === 0)).toBe(true);
        expect(count).toBeLessThanOrEqual(drawn.length);
      }),
    );
  });
});

describe('the place of the asking account', () => {
  it('is worked out from its own answers and what is published', () => {
    expect(ownPlace([], { median: 70 })).toBeNull();
    expect(ownPlace([{ score: 40 }, { score: 50 }], { median: 70 })).toEqual({
      voices: 2,
      median: 45,
      place: 'BELOW',
      band: 2,
    });
    expect(ownPlace([{ score: 72 }], { median: 70 })?.place).toBe('ABOUT');
    expect(ownPlace([{ score: 100 }], { median: 70 })).toMatchObject({ place: 'ABOVE', band: 4 });
  });
});

describe('the hand-out', () => {
  const figures = published([...accounts(5, 80), ...accounts(5, 40, MANAGEMENT)]).figures;
  const page = handoutPage({
    segment: 'Rail <freight>',
    question: 'how satisfied they are, 1 to 5',
    figures,
    publishedAt: TODAY,
    account: { name: 'Acme & "Sons"', place: ownPlace([{ score: 20 }], figures) },
  });

  it('draws a bar per band, the own one darker, and says it in words too', () => {
    expect(page.match(/<rect /g)).toHaveLength(5);
    expect(page.match(/#1f4e79/g)).toHaveLength(1);
    expect(page).toContain(
      'aria-label="0 to 20: 0 %; 20 to 40: 0 %; 40 to 60: 50 %; 60 to 80: 0 %; 80 to 100: 50 %"',
    );
    expect(page).toContain('One of your people answered; you are below your peers (your median is 20).');
    expect(page).toContain('<td>management</td>');
  });

  it('takes no names for markup and loads nothing', () => {
    expect(page).toContain('Rail &lt;freight&gt;');
    expect(page).toContain('Acme &amp; &quot;Sons&quot;');
    expect(page).not.toMatch(/<script|<link|url\(|src=/);
  });
});
