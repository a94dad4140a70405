import { METHOD_DEFAULTS } from './method.js';
import { mergeMethod } from './method-overrides.js';

describe('a tenant’s overrides of the method', () => {
  it('replace what they name and leave the rest', () => {
    const merged = mergeMethod({ standing: { halfLifeDays: 90 }, reasons: { declining: { points: 20 } } });
    expect(merged).toEqual({
      ok: true,
      method: {
        ...METHOD_DEFAULTS,
        standing: { ...METHOD_DEFAULTS.standing, halfLifeDays: 90 },
        reasons: {
          ...METHOD_DEFAULTS.reasons,
          declining: { ...METHOD_DEFAULTS.reasons.declining, points: 20 },
        },
      },
    });
  });

  it('reach the numbers of advocacy too', () => {
    const merged = mergeMethod({ advocacy: { askDays: 60 } });
    expect(merged).toMatchObject({ ok: true, method: { advocacy: { askDays: 60, topBoxFrom: 90 } } });
    expect(mergeMethod({ advocacy: { askDays: 0, functionsNeeded: 1.5, topBoxFrom: 101 } })).toEqual({
      ok: false,
      errors: [
        { path: 'advocacy.askDays', reason: 'OUT_OF_RANGE', min: 1, max: 3650 },
        { path: 'advocacy.functionsNeeded', reason: 'NOT_WHOLE' },
        { path: 'advocacy.topBoxFrom', reason: 'OUT_OF_RANGE', min: 0, max: 100 },
      ],
    });
  });

  it('may name nothing', () => {
    expect(mergeMethod({})).toEqual({ ok: true, method: METHOD_DEFAULTS });
  });

  it('may repeat every default', () => {
    expect(mergeMethod(JSON.parse(JSON.stringify(METHOD_DEFAULTS)))).toEqual({
      ok: true,
      method: METHOD_DEFAULTS,
    });
  });

  it.each([
    [null, { path: '', reason: 'NOT_AN_OBJECT' }],
    [{ standing: 3 }, { path: 'standing', reason: 'NOT_AN_OBJECT' }],
    [{ model: { tau: 3 } }, { path: 'model.tau', reason: 'UNKNOWN_SETTING' }],
    [JSON.parse('{"__proto__": {"atRiskFrom": 1}}'), { path: '__proto__', reason: 'UNKNOWN_SETTING' }],
    [{ atRiskFrom: '0.5' }, { path: 'atRiskFrom', reason: 'NOT_A_NUMBER' }],
    [{ atRiskFrom: NaN }, { path: 'atRiskFrom', reason: 'NOT_A_NUMBER' }],
    [
      { model: { levelCorrelation: 1 } },
      { path: 'model.levelCorrelation', reason: 'OUT_OF_RANGE', min: -0.99, max: 0.99 },
    ],
    [{ standing: { windowDays: 90.5 } }, { path: 'standing.windowDays', reason: 'NOT_WHOLE' }],
    [{ divergence: { strongFrom: 0.4 } }, { path: 'divergence.supportedFrom', reason: 'CONTRADICTION' }],
    [
      { reasons: { problemOpen: { medium: 0.4 } } },
      { path: 'reasons.problemOpen.medium', reason: 'CONTRADICTION' },
    ],
    [
      { reasons: { problemOpen: { agedFactor: 0.5 } } },
      { path: 'reasons.problemOpen.agedFactor', reason: 'OUT_OF_RANGE', min: 1, max: 10 },
    ],
    [
      { reasons: { decidingLevelDissatisfied: { span: 0.9 } } },
      { path: 'reasons.decidingLevelDissatisfied.span', reason: 'CONTRADICTION' },
    ],
  ])('are refused with path and reason (%j)', (overrides: unknown, error) => {
    expect(mergeMethod(overrides)).toEqual({ ok: false, errors: [error] });
  });

  it('are refused with every error at once', () => {
    const merged = mergeMethod({ atRiskFrom: 2, standing: { halfLifeDays: 0 } });
    expect(merged).toMatchObject({
      ok: false,
      errors: [{ path: 'atRiskFrom' }, { path: 'standing.halfLifeDays' }],
    });
  });
});
