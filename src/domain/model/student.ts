/**
 * P(T <= t) of Student's t with so many degrees of freedom (more than 0, fractions allowed), by the regularised incomplete
 * beta function: `(1 + I_y(1/2, freedom/2)) / 2` with `y = t^2 / (freedom + t^2)` for t >= 0. Written with y and not with
 * 1 - y, which is 1 to the last digit for the smallest t. Absolute error below 1e-11.
 */
export function studentCdf(t: number, freedom: number): number {
  const within = incompleteBeta((t * t) / (freedom + t * t), 0.5, freedom / 2);
  return t > 0 ? (1 + within) / 2 : (1 - within) / 2;
}

/** The t that is exceeded with probability `1 - probability` (.5 <= probability < 1), found by halving. */
export function studentQuantile(probability: number, freedom: number): number {
  let low = 0;
  let high = 1;
  while (studentCdf(high, freedom) < probability) high *= 2;
  for (let step = 0; step < 60; step += 1) {
    const middle = (low + high) / 2;
    if (studentCdf(middle, freedom) < probability) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** I_x(a, b) by its continued fraction (NIST Handbook of Mathematical Functions 8.17.22), on the side where it converges fast. */
function incompleteBeta(x: number, a: number, b: number): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  if (x > (a + 1) / (a + b + 2)) return 1 - incompleteBeta(1 - x, b, a);
  const logBeta = logGamma(a) + logGamma(b) - logGamma(a + b);
  return Math.exp(a * Math.log(x) + b * Math.log1p(-x) - logBeta) / (a * betaFraction(x, a, b));
}

/** More terms than any x on the fast side needs, far into the thousands of degrees of freedom. */
const MOST_TERMS = 400;

/** `1 + d1/(1 + d2/(1 + ...))`, evaluated from its last term backwards. */
function betaFraction(x: number, a: number, b: number): number {
  let fraction = 1;
  for (let term = MOST_TERMS; term >= 1; term -= 1) fraction = 1 + (betaTerm(term, a, b) * x) / fraction;
  return fraction;
}

function betaTerm(term: number, a: number, b: number): number {
  const m = Math.floor(term / 2);
  return term % 2 === 0
    ? (m * (b - m)) / ((a + 2 * m - 1) * (a + 2 * m))
    : (-(a + m) * (a + b + m)) / ((a + 2 * m) * (a + 2 * m + 1));
}

/** From here on Stirling's series with four terms is exact to the last digits of a double. */
const STIRLING_FROM = 15;

/** ln Gamma(z) for z > 0: Stirling's series, reached by `Gamma(z + 1) = z Gamma(z)`. */
function logGamma(z: number): number {
  let shift = 0;
  let at = z;
  for (; at < STIRLING_FROM; at += 1) shift += Math.log(at);
  const inverse = 1 / at;
  const square = inverse * inverse;
  const series = inverse * (1 / 12 - square * (1 / 360 - square * (1 / 1260 - square / 1680)));
  return (at - 0.5) * Math.log(at) - at + Math.log(2 * Math.PI) / 2 + series - shift;
}
