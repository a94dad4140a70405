/** What an operation asks of the records that a field leads to: nobody has to read more of them than that. */
export interface Asked {
  /**
   * The properties that are asked for, as fields of their own or by fields that are worked out from them; null for all of
   * them. Any other is missing from the records, but for the id.
   */
  readonly properties: readonly string[] | null;
  /** Whether the places of records in their list are asked for, to go on from there. */
  readonly cursors: boolean;
}

/** For whoever wants whole records, and where nobody looked what is asked for. */
export const EVERYTHING: Asked = { properties: null, cursors: true };

/** Whether a record has to hold this property. */
export function asksFor({ properties }: Asked, property: string): boolean {
  return properties === null || property === 'id' || properties.includes(property);
}
