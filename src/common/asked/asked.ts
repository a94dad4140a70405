/** What an operation asks of the records that a field leads to: nobody has to read more of them than that. */
export interface Asked {
  /**
   * The properties that are asked for, as fields of their own or by fields that are worked out from them; null for all of
   * them. Any other is missing from the records, but for the id.
   */
  readonly properties: readonly string[] | null;
  /** Whether the places of records in their list are asked for, to go on from there. */
  readonly cursors: boolean;
  /** Whether it is asked if another page follows. */
  readonly more: boolean;
}

/** For whoever wants whole records, and where nobody looked what is asked for. */
export const EVERYTHING: Asked = { properties: null, cursors: true, more: true };

/** The same, and these properties, which whoever reads the records needs for itself. */
export function askingAlso(asked: Asked, ...needed: readonly string[]): Asked {
  return asked.properties === null ? asked : { ...asked, properties: [...asked.properties, ...needed] };
}

/** Whether a record has to hold this property. */
export function asksFor({ properties }: Asked, property: string): boolean {
  return properties === null || property === 'id' || properties.includes(property);
}
