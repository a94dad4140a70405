import fc from 'fast-check';
import { Basis, OrganisationLevel } from '../terms.js';
import { inferLevel, REPORTS_OUTWEIGHING_TITLE } from './infer-level.js';
import { readTitle } from './title-level.js';
import { ENGLISH_TITLES } from './titles-english.fixture.js';
import { WORLD_TITLES } from './titles-world.fixture.js';

const { MANAGEMENT, OPERATIONS, UNKNOWN } = OrganisationLevel;

const labelled = [ENGLISH_TITLES, WORLD_TITLES].flatMap((titles) =>
  Object.entries(titles).flatMap(([level, list]) =>
    list.split(';').map((title) => ({
      title: title.trim(),
      level: OrganisationLevel[level as keyof typeof OrganisationLevel],
    })),
  ),
);
const anyTitle = fc.constantFrom(...labelled.map(({ title }) => title));

describe('a job title tells the level', () => {
  it.each([
    ['Assistant to the Director', OPERATIONS],
    ['Account Executive', OPERATIONS],
    ['Product Owner', OPERATIONS],
    ['Secretary to the CEO/Chairman', OPERATIONS],
    ['Graduate Program Director', MANAGEMENT],
    ['Proj. Mgr', OPERATIONS],
    ['Cheif Financial Officer', MANAGEMENT],
    ['Owner/Marketing Assistant', MANAGEMENT],
    ['Prokurist', MANAGEMENT],
    ['Gérant', MANAGEMENT],
    ['Affärsområdeschef', MANAGEMENT],
    ['Vice President', MANAGEMENT],
    ['', UNKNOWN],
    ['n/a', UNKNOWN],
  ])('%s: %s', (title, level) => {
    expect(inferLevel({ title }).level).toBe(level);
  });

  it('for nearly all labelled titles, at each level', () => {
    for (const level of [MANAGEMENT, OPERATIONS, UNKNOWN]) {
      const titles = labelled.filter((item) => item.level === level);
      const wrong = titles.filter(({ title }) => readTitle(title).level !== level).map(({ title }) => title);
      expect({ level, wrong, share: 1 - wrong.length / titles.length >= 0.97 }).toEqual({
        level,
        wrong,
        share: true,
      });
    }
  });

  it('with the words that said so', () => {
    expect(inferLevel({ title: 'Senior Project Manager' }).signals).toEqual([
      { source: 'TITLE', says: OPERATIONS, because: 'HANDLES_OBJECT', words: 'project manager' },
    ]);
  });

  it.each([
    [['Software Developer', 'Softwareentwickler'], OPERATIONS],
    [['Geschäftsführer', 'GESCHAEFTSFUEHRER', 'Geschaftsfuhrer', 'Geschäftsführer:in (m/w/d)'], MANAGEMENT],
    [['ＣＥＯ', 'C.E.O.', 'ceo'], MANAGEMENT],
    [['Direcotr', 'Manger', 'Presidnet'], MANAGEMENT],
  ])('%s are spellings of the same', (titles, level) => {
    expect(titles.map((title) => readTitle(title).level)).toEqual(titles.map(() => level));
  });
});

describe('inside a bank, a vice president', () => {
  it.each(['VP', 'Vice President', 'AVP', 'Assistant Vice President'])(
    '%s is a grade, not management',
    (title) => {
      expect(inferLevel({ title }, { industry: 'Banking' })).toMatchObject({ level: UNKNOWN, basis: null });
      expect(inferLevel({ title }, { industry: 'Machinery' }).level).toBe(MANAGEMENT);
    },
  );

  it('with a scope or with reports is management', () => {
    expect(inferLevel({ title: 'VP of Operations' }, { industry: 'Financial Services' }).level).toBe(
      MANAGEMENT,
    );
    expect(inferLevel({ title: 'VP', directReports: 1 }, { industry: 'Financial Services' }).level).toBe(
      MANAGEMENT,
    );
  });
});

describe('the mapped field, the title and the reporting line', () => {
  it('are listed, and the field wins', () => {
    const field = { level: OPERATIONS, text: 'Working level' };
    const inference = inferLevel({ field, title: 'CEO', directReports: 9, depth: 0 });
    expect(inference).toMatchObject({ level: OPERATIONS, basis: Basis.STATED });
    expect(inference.signals.map(({ source, says }) => [source, says])).toEqual([
      ['FIELD', OPERATIONS],
      ['TITLE', MANAGEMENT],
      ['REPORTING_LINE', MANAGEMENT],
    ]);
  });

  it('an unmapped field decides nothing, yet is shown', () => {
    const inference = inferLevel({ field: { level: UNKNOWN, text: 'Primary' }, title: 'Nurse' });
    expect(inference).toMatchObject({ level: OPERATIONS, basis: Basis.INFERRED });
    expect(inference.signals[0]).toMatchObject({ source: 'FIELD', because: 'NOT_MAPPED', words: 'Primary' });
  });

  it('reports settle what the title leaves unknown; having none proves nothing', () => {
    expect(inferLevel({ title: 'Finance', directReports: 1 }).level).toBe(MANAGEMENT);
    expect(inferLevel({ title: 'Finance', directReports: 0, depth: 1 }).level).toBe(UNKNOWN);
    expect(inferLevel({ title: 'Director', directReports: 0 }).level).toBe(MANAGEMENT);
  });

  it('several reports outweigh an occupation, but not a supervisor, an aide or an intern', () => {
    const level = (title: string, directReports: number) => inferLevel({ title, directReports }).level;
    expect(level('Engineer', REPORTS_OUTWEIGHING_TITLE - 1)).toBe(OPERATIONS);
    expect(level('Engineer', REPORTS_OUTWEIGHING_TITLE)).toBe(MANAGEMENT);
    for (const title of ['Production Supervisor', 'Executive Assistant', 'Intern'])
      expect(level(title, 20)).toBe(OPERATIONS);
  });
});

describe('reading a title', () => {
  it('ignores case, surrounding space and gender markers', () => {
    fc.assert(
      fc.property(anyTitle, (title) => {
        const { level } = readTitle(title);
        for (const variant of [
          title.toLowerCase(),
          `  ${title}\t `,
          `${title} (m/w/d)`,
          title.normalize('NFD'),
        ]) {
          expect([variant, readTitle(variant).level]).toEqual([variant, level]);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('answers any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (title) => {
        expect(Object.values(OrganisationLevel)).toContain(readTitle(title).level);
      }),
    );
    expect(readTitle('👩‍🚀🔥').level).toBe(UNKNOWN);
  });

  it('finds nothing in blank text', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(' ', '\t', '\n', '\u00a0', '-', '.')), (signs) => {
        expect(readTitle(signs.join('')).level).toBe(UNKNOWN);
      }),
    );
  });

  it('takes no longer for endless text', () => {
    const started = performance.now();
    for (const piece of ['a', '(m/', 'a.', 'manager ', '- ', '部', 'd’']) readTitle(piece.repeat(10_000));
    expect(performance.now() - started).toBeLessThan(500);
  });
});
