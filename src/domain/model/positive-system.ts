/** A square matrix, row by row. */
export type Matrix = readonly (readonly number[])[];

/**
 * Solves `matrix x = right` for a symmetric positive definite matrix by Cholesky's factorisation. Throws where the
 * matrix is not positive definite: a ridge on its diagonal makes it so.
 */
export function solvePositive(matrix: Matrix, right: readonly number[]): number[] {
  const lower = cholesky(matrix);
  const between: number[] = [];
  right.forEach((value, row) => {
    const known = between.reduce((sum, each, column) => sum + at(lower, row, column) * each, 0);
    between.push((value - known) / at(lower, row, row));
  });
  const solution = new Array<number>(right.length).fill(0);
  for (let row = right.length - 1; row >= 0; row -= 1) {
    let rest = between[row] ?? 0;
    for (let below = row + 1; below < right.length; below += 1) {
      rest -= at(lower, below, row) * (solution[below] ?? 0);
    }
    solution[row] = rest / at(lower, row, row);
  }
  return solution;
}

/** The diagonal of the inverse of a symmetric positive definite matrix: variances, where the matrix is an information. */
export function inverseDiagonal(matrix: Matrix): number[] {
  return matrix.map((_, index) => {
    const unit = matrix.map((_row, other) => Number(other === index));
    return solvePositive(matrix, unit)[index] ?? 0;
  });
}

function cholesky(matrix: Matrix): number[][] {
  const lower: number[][] = [];
  matrix.forEach((_, row) => {
    const line: number[] = [];
    lower.push(line);
    for (let column = 0; column <= row; column += 1) {
      let rest = at(matrix, row, column);
      for (let k = 0; k < column; k += 1) rest -= at(lower, row, k) * at(lower, column, k);
      if (column === row && rest <= 0) throw new Error('The matrix is not positive definite.');
      line.push(column === row ? Math.sqrt(rest) : rest / at(lower, column, column));
    }
  });
  return lower;
}

function at(matrix: Matrix, row: number, column: number): number {
  return matrix[row]?.[column] ?? 0;
}
