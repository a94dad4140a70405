import type { ExternalIdInput, RefInput } from '../../common/reference.types.js';
import { ProblemStatus, type Severity } from '../../domain/terms.js';
import type { ImportedProblemInput } from '../../problems/imported/imported-problem.inputs.js';
import type { RecordIds } from '../sources/record-ids.js';
import { stated } from './account-row.js';
import { splitList } from './read-cell.js';
import { faulty, mapped, type FieldFault, type Mapped, type RowValues } from './row-values.js';

/** A problem as a row states it. */
export type ProblemRow = ImportedProblemInput & {
  readonly external: ExternalIdInput;
  readonly reportedBy: readonly RefInput[];
  /** Who is said to have reported it, by ids that lead nowhere in the folder. */
  readonly strangers: readonly string[];
};

/** What is said of a solved problem whose row does not say how it was solved. */
const NO_RESOLUTION = 'Closed in the CRM.';

type Status = Pick<ImportedProblemInput, 'status' | 'resolvedAt' | 'resolution'>;

/** Makes a problem of a row. */
export function problemOf({ values }: RowValues, ids: RecordIds): Mapped<ProblemRow> {
  const id = ids.read(values.get('id') ?? '');
  if (!values.has('id') || !id.ok)
    return faulty('id', 'The problem has no id, so it would be recorded again each time.');
  const account = values.get('account');
  if (account === undefined) return faulty('account', 'The problem belongs to no account.');
  const at = ids.read(account);
  if (!at.ok) return faulty('account', at.reason);
  const title = values.get('title');
  if (title === undefined) return faulty('title', 'The row does not say what is wrong.');
  const severity = values.get('severity');
  if (severity === undefined) return faulty('severity', 'The row does not say how bad it is.');
  const occurredAt = values.get('occurredAt');
  if (occurredAt === undefined) return faulty('occurredAt', 'The row does not say when it arose.');
  const status = statusOf(values);
  if ('reason' in status) return status;
  return mapped({
    external: id.value,
    account: { external: at.value },
    title,
    ...stated(values, 'description'),
    severity: severity as Severity,
    occurredAt,
    ...status,
    ...reportersOf(values, ids),
  });
}

/** A date of closing says that a problem is solved, where nothing else does. */
function statusOf(values: ReadonlyMap<string, string>): Status | FieldFault {
  const resolvedAt = values.get('resolvedAt');
  const said = values.get('status') as ProblemStatus | undefined;
  const status = said ?? (resolvedAt === undefined ? ProblemStatus.OPEN : ProblemStatus.RESOLVED);
  if (status === ProblemStatus.OPEN) {
    return resolvedAt === undefined
      ? { status }
      : faulty('resolvedAt', 'The row says that the problem stands, and when it was solved.');
  }
  if (resolvedAt === undefined)
    return faulty('resolvedAt', 'The problem is solved, and the row does not say when.');
  return { status, resolvedAt, resolution: values.get('resolution') ?? NO_RESOLUTION };
}

function reportersOf(
  values: ReadonlyMap<string, string>,
  ids: RecordIds,
): Pick<ProblemRow, 'reportedBy' | 'strangers'> {
  const named = splitList(values.get('reportedBy') ?? '').map((text) => ({ text, id: ids.read(text) }));
  return {
    reportedBy: named.flatMap(({ id }) => (id.ok ? [{ external: id.value }] : [])),
    strangers: named.flatMap(({ text, id }) => (id.ok ? [] : [text])),
  };
}
