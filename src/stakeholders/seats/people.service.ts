import { Injectable } from '@nestjs/common';
import sql, { type Sql } from 'sql-template-tag';
import { newId } from '../../common/new-id.js';
import { insertRows } from '../../database/statements/rows.js';
import { TenantTransaction } from '../../database/tenant-transaction.js';
import { personKey, usualEmail } from '../../domain/map/person.js';
import { Person } from './person.entity.js';
import type { StakeholderPlan } from './stakeholder-plan.types.js';

/** Who sits where, known before it is written. */
export interface SeatedPeople {
  /** The person's id by the seat's. */
  readonly bySeat: ReadonlyMap<string, string>;
  /** Writes the new ones among them; nothing where there are none. */
  readonly creation: readonly Sql[];
}

/** Writes the human beings behind the seats. */
@Injectable()
export class PeopleService {
  constructor(private readonly transaction: TenantTransaction) {}

  /** The person of each new seat: one already known by name and address, the one who moved, or a new one. */
  seatPeople(plans: readonly StakeholderPlan[], known: ReadonlyMap<string, string>): SeatedPeople {
    const { tenantId, now: createdAt } = this.transaction;
    const byKey = new Map(known);
    const bySeat = new Map<string, string>();
    const created: Person[] = [];
    for (const { id: seatId, input, moved } of plans) {
      const fullName = input.fullName ?? '';
      const email = input.email ? usualEmail(input.email) : null;
      const key = email ? personKey(fullName, email) : null;
      let personId = moved?.personId ?? (key ? byKey.get(key) : undefined);
      if (!personId) {
        personId = newId();
        created.push({ tenantId, id: personId, fullName, email, createdAt });
      }
      if (key) byKey.set(key, personId);
      bySeat.set(seatId, personId);
    }
    return { bySeat, creation: created.length > 0 ? [insertRows(Person, created)] : [] };
  }

  /**
   * Corrects names and addresses. Returns the seats whose person changed. Somebody who also sits at an account that the
   * caller may not see stays as they are there: the seat gets a person of its own.
   */
  async correct(plans: readonly StakeholderPlan[]): Promise<Set<string>> {
    const changed = plans.filter(saysOtherwise);
    const people: string[] = [];
    for (const { id, accountId, input, before, moved } of changed) {
      const person = before ?? moved;
      if (!person) continue;
      const fullName = input.fullName ?? person.fullName;
      const email = input.email === undefined ? person.email : input.email && usualEmail(input.email);
      const corrected = await this.transaction.query(
        sql`UPDATE people p SET full_name = ${fullName}, email = ${email}
            WHERE p.tenant_id = ${this.transaction.tenantId} AND p.id = ${person.personId}
              AND NOT EXISTS (SELECT FROM stakeholders s LEFT JOIN accounts a ON a.tenant_id = s.tenant_id AND a.id = s.account_id
                WHERE s.tenant_id = p.tenant_id AND s.person_id = p.id AND a.id IS NULL)
            RETURNING p.id`,
      );
      if (corrected.length === 0) await this.seatAnew(id, fullName, email);
      people.push(person.personId);
      this.transaction.touch([accountId]);
    }
    if (people.length > 0) await this.touchAccountsOf(people);
    return new Set(changed.map(({ id }) => id));
  }

  /** A judgement names people: where they sit, it is to name them as they are called now. */
  private async touchAccountsOf(personIds: readonly string[]): Promise<void> {
    const rows = await this.transaction.query<{ accountId: string }>(
      sql`SELECT s.account_id AS "accountId" FROM stakeholders s JOIN accounts a ON a.tenant_id = s.tenant_id AND a.id = s.account_id
          WHERE s.tenant_id = ${this.transaction.tenantId} AND s.person_id = ANY(${personIds}::uuid[])`,
    );
    this.transaction.touch(rows.map(({ accountId }) => accountId));
  }

  private async seatAnew(seatId: string, fullName: string, email: string | null): Promise<void> {
    const { tenantId, now } = this.transaction;
    const id = newId();
    await this.transaction.query(insertRows(Person, [{ tenantId, id, fullName, email, createdAt: now }]));
    await this.transaction.query(
      sql`UPDATE stakeholders SET person_id = ${id} WHERE tenant_id = ${tenantId} AND id = ${seatId}`,
    );
  }
}

function saysOtherwise({ input, before, moved }: StakeholderPlan): boolean {
  const person = before ?? moved;
  if (!person) return false;
  const email = input.email ? usualEmail(input.email) : input.email;
  return (
    (input.fullName !== undefined && input.fullName !== person.fullName) ||
    (email !== undefined && email !== person.email)
  );
}
