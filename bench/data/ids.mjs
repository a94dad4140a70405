/** 2024-01-01: the records of the data come to be one millisecond after the other from here on. */
const FIRST_MS = Date.UTC(2024, 0, 1);

const KINDS = [
  'tenant',
  'user',
  'account',
  'accountState',
  'person',
  'stakeholder',
  'stakeholderState',
  'answer',
  'interaction',
  'problem',
  'problemEvent',
  'knowledge',
  'commitment',
  'decision',
  'member',
  'key',
];

/** Makes the ids of one tenant: UUIDv7 in rising order, the same for the same data. */
export class Ids {
  #tenant;
  #next = new Map(KINDS.map((kind, number) => [kind, { number: hex(number, 3), count: 0 }]));

  /** @param {number} tenant its place among the tenants */
  constructor(tenant) {
    this.#tenant = hex(tenant, 3);
  }

  /** The next id of this kind of record. */
  next(kind) {
    const counter = this.#next.get(kind);
    counter.count += 1;
    const time = hex(FIRST_MS + counter.count, 12);
    return `${time.slice(0, 8)}-${time.slice(8)}-7${counter.number}-8${this.#tenant}-${hex(counter.count, 12)}`;
  }
}

function hex(number, digits) {
  return number.toString(16).padStart(digits, '0');
}
