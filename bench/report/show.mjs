import { isFullRun, PARTS, SYSTEMS } from '../options.mjs';
import { connected } from '../database/cluster.mjs';
import { goals, verdict } from './goals.mjs';
import { machine } from './machine.mjs';
import { figure, textTable, THROUGHPUT_TITLES, throughputRows, withSpread } from './throughput-table.mjs';
import { writeResults } from './write.mjs';

const GOAL_TITLES = ['goal', 'to reach', 'measured', 'met'];

/** Shows the results on stdout, and writes them into the README where the run was a whole one or it was asked for. */
export async function showResults(results, { options, cluster, template }) {
  if (options.check) return void console.log('All systems answered the same.');
  const goalRows = goals(results).map((goal) => [
    goal.what,
    `${goal.least ? '>=' : '<='} ${goal.bound}${goal.unit}`,
    goal.value ? `${measured(goal.value)}${goal.unit}` : '',
    verdict(goal),
  ]);
  const rows = throughputRows(results.throughput);
  const about = await describe({ options, cluster, template });
  console.log([...about, ''].join('\n'));
  if (goalRows.length > 0) console.log([...textTable(GOAL_TITLES, goalRows), ''].join('\n'));
  if (rows.length > 0) console.log(textTable(THROUGHPUT_TITLES, rows).join('\n'));
  if (options.write || isFullRun(options)) {
    writeResults({ about, goals: [GOAL_TITLES, ...goalRows], throughput: [THROUGHPUT_TITLES, ...rows] });
  }
}

/** One round has no spread to show. */
function measured(value) {
  return value.rounds === 1 ? figure(value.median) : withSpread(value);
}

async function describe({ options, cluster, template }) {
  const { notes } = template;
  const version = await connected(cluster.urlOf(template.name), (client) =>
    client.query('SHOW server_version'),
  );
  const rows = ({ accounts, stakeholders, satisfaction_answers: answers, interactions, problems }) =>
    Object.entries({ accounts, stakeholders, answers, interactions, problems })
      .map(([name, count]) => `${count.toLocaleString('en')} ${name}`)
      .join(', ');
  const left = [...PARTS, ...SYSTEMS].filter((name) => ![...options.only, ...options.systems].includes(name));
  return [
    `Date: ${new Date().toISOString().slice(0, 10)}`,
    `Machine: ${machine()}, PostgreSQL ${version.rows[0].server_version}`,
    `Data: seed ${options.seed}, scale ${options.scale}: ${rows(notes.rows)}`,
    `Measured: ${options.rounds} rounds of ${options.seconds} s, systems in alternation; median (lowest-highest)`,
    ...(left.length > 0 ? [`Left out: ${left.join(', ')}`] : []),
  ];
}
