describe('the terminal of a process', () => {
  const { isTTY } = process.stdout;
  const environment = { ...process.env };
  afterEach(() => {
    process.stdout.isTTY = isTTY;
    process.env = environment;
  });

  it('gets no colours through a pipe, not even where CI is set', async () => {
    (process.stdout as { isTTY?: boolean }).isTTY = undefined;
    process.env = { ...environment, CI: 'true' };
    jest.resetModules();
    const { processTerminal } = await import('./terminal.js');
    expect(processTerminal().paint.red('at risk')).toBe('at risk');
  });
});
