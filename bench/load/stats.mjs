/** The middle one; of an even number, the mean of the middle two. */
export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** Median, smallest and largest of the figures of all rounds. */
export function spread(values) {
  return {
    median: median(values),
    low: Math.min(...values),
    high: Math.max(...values),
    rounds: values.length,
  };
}

/** The ratio of two systems' figures, round by round: what happened to the machine in a round happened to both. */
export function ratio(ours, theirs) {
  return spread(ours.map((value, round) => value / theirs[round]));
}
