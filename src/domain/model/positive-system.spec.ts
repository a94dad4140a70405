import fc from 'fast-check';
import { inverseDiagonal, solvePositive } from './positive-system.js';

describe('a symmetric positive definite system', () => {
  it('is solved as by hand', () => {
    // 4x + 2y = 10, 2x + 3y = 11.
    const [x = NaN, y = NaN] = solvePositive(
      [
        [4, 2],
        [2, 3],
      ],
      [10, 11],
    );
    expect([x, y]).toEqual([expect.closeTo(1, 12), expect.closeTo(3, 12)]);
  });

  it('has the inverse its determinant gives', () => {
    // The inverse of [[4, 2], [2, 3]] is [[3, -2], [-2, 4]] / 8.
    const diagonal = inverseDiagonal([
      [4, 2],
      [2, 3],
    ]);
    expect(diagonal).toEqual([expect.closeTo(0.375, 12), expect.closeTo(0.5, 12)]);
  });

  it('gives back the right-hand side, whatever the matrix', () => {
    const entry = fc.double({ min: -5, max: 5, noNaN: true });
    const row = fc.array(entry, { minLength: 4, maxLength: 4 });
    fc.assert(
      fc.property(fc.array(row, { minLength: 4, maxLength: 4 }), row, (root, right) => {
        const matrix = root.map((a, i) =>
          root.map((b, j) => a.reduce((sum, value, k) => sum + value * (b[k] ?? 0), i === j ? 1 : 0)),
        );
        const solution = solvePositive(matrix, right);
        matrix.forEach((line, i) => {
          const back = line.reduce((sum, value, j) => sum + value * (solution[j] ?? 0), 0);
          expect(back).toBeCloseTo(right[i] ?? 0, 6);
        });
      }),
    );
  });

  it('is refused where it is not positive definite', () => {
    expect(() => solvePositive([[0]], [1])).toThrow('not positive definite');
    expect(() =>
      solvePositive(
        [
          [1, 2],
          [2, 1],
        ],
        [1, 1],
      ),
    ).toThrow('not positive definite');
  });
});
