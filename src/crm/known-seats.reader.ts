import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { externalKey, refKey, type ExternalIdInput, type RefInput } from '../common/reference.types.js';
import { TenantTransaction } from '../database/tenant-transaction.js';
import { faulty, type FieldFault } from './rows/row-values.js';
import { externalIdRows } from '../database/statements/external-ids.js';

/** What a row says of somebody whose account or id it leaves out. */
export interface SeatWanted {
  readonly external?: ExternalIdInput | null;
  readonly email?: string | null;
  readonly account: RefInput | null;
}

/** A seat that exists. */
export interface KnownSeat {
  readonly id: string;
  readonly accountId: string;
}

interface SeatRow extends KnownSeat {
  readonly email: string | null;
  readonly system: string | null;
  readonly externalId: string | null;
}

/** Seats looked up for a batch of rows. */
export interface FoundSeats {
  /** The one seat that a row can mean, or why there is none. */
  find(wanted: SeatWanted): KnownSeat | FieldFault;
}

/** Finds the people that rows mean without saying everything about them. */
@Injectable()
export class KnownSeatsReader {
  constructor(private readonly transaction: TenantTransaction) {}

  /** Looks seats up by external id where a row has one, else by e-mail address. */
  async findSeats(wanted: readonly SeatWanted[]): Promise<FoundSeats> {
    const externals = wanted.flatMap(({ external }) => (external ? [external] : []));
    const emails = wanted.flatMap(({ external, email }) => (!external && email ? [email.toLowerCase()] : []));
    const byExternal = new Map(
      (await this.byExternal(externals)).map((seat) => [
        externalKey({ system: seat.system ?? '', id: seat.externalId ?? '' }),
        seat,
      ]),
    );
    const byEmail = await this.byEmail(emails);
    return { find: (row) => find(row, byExternal, byEmail) };
  }

  /** The account of each of these seats, by `refKey`. */
  async findAccounts(refs: readonly RefInput[]): Promise<Map<string, string>> {
    const seats = await this.byExternal(refs.flatMap(({ external }) => (external ? [external] : [])));
    return new Map(
      seats.map(({ system, externalId, accountId }) => [
        refKey({ external: { system: system ?? '', id: externalId ?? '' } }),
        accountId,
      ]),
    );
  }

  private async byExternal(ids: readonly ExternalIdInput[]): Promise<SeatRow[]> {
    if (ids.length === 0) return [];
    return this.transaction.query<SeatRow>(
      sql`SELECT s.id, s.account_id AS "accountId", NULL AS email, x.system, x.external_id AS "externalId"
          FROM ${externalIdRows(ids)}
          JOIN stakeholder_external_ids x
            ON x.tenant_id = ${this.transaction.tenantId} AND x.system = w.system AND x.external_id = w.external_id
          JOIN stakeholders s ON s.tenant_id = x.tenant_id AND s.id = x.stakeholder_id`,
    );
  }

  /** Addresses are compared without regard to case: nobody has two that differ in nothing else. */
  private async byEmail(emails: readonly string[]): Promise<Map<string, SeatRow[]>> {
    const found = new Map<string, SeatRow[]>();
    if (emails.length === 0) return found;
    const rows = await this.transaction.query<SeatRow>(
      sql`SELECT s.id, s.account_id AS "accountId", lower(p.email) AS email, NULL AS system, NULL AS "externalId"
          FROM people p JOIN stakeholders s ON s.tenant_id = p.tenant_id AND s.person_id = p.id
          WHERE p.tenant_id = ${this.transaction.tenantId} AND lower(p.email) = ANY(${emails}) AND s.ended_on IS NULL`,
    );
    for (const row of rows) found.set(row.email ?? '', [...(found.get(row.email ?? '') ?? []), row]);
    return found;
  }
}

function find(
  { external, email, account }: SeatWanted,
  byExternal: ReadonlyMap<string, SeatRow>,
  byEmail: ReadonlyMap<string, readonly SeatRow[]>,
): KnownSeat | FieldFault {
  if (external) return byExternal.get(externalKey(external)) ?? faulty('account', NO_ACCOUNT);
  const missing = account === null ? 'account' : 'id';
  if (!email)
    return faulty(missing, 'The row has no id and no e-mail address, so it cannot be told whom it means.');
  const [seat, ...others] = byEmail.get(email.toLowerCase()) ?? [];
  if (!seat) return faulty(missing, account === null ? NOBODY : NO_ID);
  return others.length === 0 ? seat : faulty('email', SEVERAL);
}

const NO_ACCOUNT = 'The contact belongs to no account, and nobody with this id is known.';
const NOBODY = 'The row names no account, and nobody with this e-mail address is known.';
const NO_ID = 'The row has no id of its own, and nobody with this e-mail address is known.';
const SEVERAL =
  'Several known people have this e-mail address, and the row does not say which of them it means.';
