import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import type { List } from '../../database/statements/gathering.js';
import { TenantTransaction } from '../../database/tenant-transaction.js';
import type { AssessmentSettings } from '../../domain/assessment.js';
import type { Instant } from '../../domain/facts.js';
import { mergeMethod } from '../../domain/method-overrides.js';
import type { Calibration } from '../../domain/reasons/calibration.js';
import { OrganisationLevel } from '../../domain/terms.js';

/** The settings of a tenant as they are stored. */
export interface MethodRow {
  overrides: unknown;
  reportingCurrency: string;
  means: { level: OrganisationLevel; mean: number }[] | null;
  weights: { number: number; factors: Calibration['factors'] | null } | null;
}

/** How a tenant wants its accounts judged, and in which currency summed up. */
export interface TenantMethod extends AssessmentSettings {
  reportingCurrency: string;
}

/** Reads with which numbers and around which means a tenant's accounts are judged. */
@Injectable()
export class MethodReader {
  constructor(private readonly transaction: TenantTransaction) {}

  /** With the means and the weights as they were at an instant. Throws as `methodIn` does. */
  async getMethod(at: Instant): Promise<TenantMethod> {
    return this.methodIn(await this.transaction.query<MethodRow>(this.row(at).rows));
  }

  /** The one row for `methodIn`, as a list to gather. */
  row(at: Instant): List {
    const rows = sql`SELECT t.method_overrides AS overrides, t.reporting_currency AS "reportingCurrency",
        (SELECT json_agg(m) FROM (
           SELECT DISTINCT ON (m.level) m.level, m.mean FROM level_means m
           WHERE m.tenant_id = t.tenant_id AND m.computed_at <= ${at} ORDER BY m.level, m.computed_at DESC) m) AS means,
        (SELECT json_build_object('number', w.number, 'factors', w.factors) FROM risk_weights w
         WHERE w.tenant_id = t.tenant_id AND w.in_force_from <= ${at} ORDER BY w.number DESC LIMIT 1) AS weights
      FROM tenant_settings t WHERE t.tenant_id = ${this.transaction.tenantId}`;
    return { rows, instants: [] };
  }

  /** The method that the tenant's settings make. Throws if stored overrides do not fit: they are checked before. */
  methodIn([row]: readonly MethodRow[]): TenantMethod {
    const merged = mergeMethod(row?.overrides ?? {});
    if (!row || !merged.ok)
      throw new Error(`The settings of tenant ${this.transaction.tenantId} cannot be used.`);
    const meanOf = (level: OrganisationLevel): number | null =>
      row.means?.find((known) => known.level === level)?.mean ?? null;
    return {
      method: merged.method,
      means: {
        operations: meanOf(OrganisationLevel.OPERATIONS),
        management: meanOf(OrganisationLevel.MANAGEMENT),
      },
      calibration: calibrationOf(row.weights),
      reportingCurrency: row.reportingCurrency,
    };
  }
}

/** Null while the weights as shipped are in force. */
function calibrationOf(weights: MethodRow['weights']): Calibration | null {
  return weights?.factors ? { number: weights.number, factors: weights.factors } : null;
}
