import type { Caller } from '../../access/actor.types.js';
import type { DateOrder } from '../files/values/date-order.js';
import type { NumberStyle } from '../files/values/number-style.js';
import { isTimeZone } from '../files/values/time-zone.js';
import { HUBSPOT, PLAIN_CSV } from '../profiles/hubspot-profile.js';
import type { Mapping } from '../mapping/mapping-file.js';
import type { CrmProfile } from '../profiles/profile.js';
import { SALESFORCE } from '../profiles/salesforce-profile.js';
import { ImportRefused } from '../sources/import-refused.js';

/** Where the files come from. */
export type ImportSystem = 'salesforce' | 'hubspot' | 'csv';

/** What is to be imported, and how. */
export interface ImportRequest {
  /** For whom; needs the right to write. */
  readonly caller: Caller;
  readonly from: ImportSystem;
  /** Files and folders. */
  readonly paths: readonly string[];
  readonly mapping: Mapping;
  /** The folder the list of failed rows goes to. */
  readonly failedRows: string;
  /** Everything is undone at the end. Default: false. */
  readonly dryRun?: boolean;
  /** Whether files named one by one are all there is. A folder always counts as such. Default: false. */
  readonly full?: boolean;
  /** The name the ids are kept under, instead of the CRM's. */
  readonly system?: string;
  readonly dateOrder?: DateOrder;
  readonly decimal?: NumberStyle;
  /** IANA name; times without an offset are in it. Default: UTC. */
  readonly timeZone?: string;
  readonly delimiter?: string;
  readonly encoding?: string;
  /** ISO 4217, for amounts that name none. Default: what the tenant reports in. */
  readonly currency?: string;
}

const PROFILES: Record<ImportSystem, CrmProfile> = {
  salesforce: SALESFORCE,
  hubspot: HUBSPOT,
  csv: PLAIN_CSV,
};

/** What is known of the CRM without any mapping. */
export function profileOf({ from }: ImportRequest): CrmProfile {
  return PROFILES[from];
}

/** @throws ImportRefused for an option that no import can use. */
export function checkRequest({ currency, timeZone, system }: ImportRequest): void {
  if (currency !== undefined && !/^[A-Z]{3}$/.test(currency)) {
    throw new ImportRefused('OPTION_NOT_KNOWN', { option: 'currency', value: currency });
  }
  if (timeZone !== undefined && !isTimeZone(timeZone)) {
    throw new ImportRefused('OPTION_NOT_KNOWN', { option: 'time-zone', value: timeZone });
  }
  if (system !== undefined && (system.trim() === '' || system.length > 50)) {
    throw new ImportRefused('OPTION_NOT_KNOWN', { option: 'system', value: system });
  }
}
