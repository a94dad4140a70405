/** Suites that open no database of the run: rules, the drawing of the house, and programs that bring a server of their own. */
const OUT_OF_REACH = [
  '/src/',
  'test/architecture',
  'test/documents',
  'test/embedded-postgres',
  'test/smoke',
  'test/scale/',
];

/** Suites that look into the memory of the one instance that answers them: with two, the other might. */
const LOOK_INSIDE = ['test/api-errors', 'test/connections', 'test/metrics', 'test/probes'];

/**
 * What a footing sets for test/postgres.setup.ts and test/service.ts, and the suites that mean nothing on it. `find`
 * gives the path of an installed program.
 */
export const footings = {
  pgbouncer: {
    environment: ({ find }) => ({
      STRATA_TEST_PGBOUNCER: find(
        'pgbouncer',
        'Debian and Ubuntu: apt-get install pgbouncer. macOS: brew install pgbouncer.',
      ),
    }),
    leavesOut: OUT_OF_REACH,
  },
  partitioned: { environment: () => ({ STRATA_TEST_PARTITIONED: 'yes' }), leavesOut: OUT_OF_REACH },
  instances: {
    environment: () => ({ STRATA_TEST_INSTANCES: '2' }),
    leavesOut: [...OUT_OF_REACH, ...LOOK_INSIDE],
  },
};
