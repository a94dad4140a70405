/**
 * Waits until all of it is done, and only then fails if some of it has: what still goes on after a failure would write
 * behind the step that undoes it.
 */
export async function allDone(work: readonly Promise<unknown>[]): Promise<void> {
  const results = await Promise.allSettled(work);
  const failed = results.find((result) => result.status === 'rejected');
  if (failed) throw failed.reason;
}
