/** Says on stderr what goes on, so that stdout holds the results alone. */
export function progress() {
  const began = performance.now();
  const say = (line) => {
    const seconds = Math.round((performance.now() - began) / 1000);
    const clock = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
    console.error(`${clock.padStart(6)}  ${line}`);
  };
  return { say };
}
