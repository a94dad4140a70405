import { createWriteStream } from 'node:fs';
import { once } from 'node:events';
import { join } from 'node:path';
import { Random } from '../data/random.mjs';
import {
  FIRST_NAMES,
  LAST_NAMES,
  MANAGEMENT_TITLES,
  OPERATIONS_TITLES,
  PLACES,
  SEGMENTS,
  TRADES,
} from '../data/records/words.mjs';

/** So many contacts work for one company. */
const CONTACTS_PER_COMPANY = 10;

/** So many of them are managers. */
const MANAGERS_PER_COMPANY = 2;

/**
 * Writes an export of companies and `contacts` contacts as HubSpot does: in the order in which contacts came to be known, so
 * that those of one company lie far apart. Returns the two files.
 */
export async function writeExport(folder, { contacts, seed }) {
  const random = new Random(seed);
  const companies = Math.ceil(contacts / CONTACTS_PER_COMPANY);
  const files = ['companies.csv', 'contacts.csv'].map((name) => join(folder, name));
  await writeLines(files[0], 'Record ID,Company name,Company Domain Name,Industry', companies, (number) => {
    const name = `${random.pick(PLACES)} ${random.pick(TRADES)} ${number}`;
    return `${number},${name},company${number}.example,${random.pick(SEGMENTS)}`;
  });
  const head = 'Record ID,First Name,Last Name,Email,Job Title,Associated Company IDs';
  await writeLines(files[1], head, contacts, (number) => {
    const company = ((number - 1) % companies) + 1;
    const isManager = number <= companies * MANAGERS_PER_COMPANY;
    const title = random.pick(isManager ? MANAGEMENT_TITLES : OPERATIONS_TITLES);
    const [first, last] = [random.pick(FIRST_NAMES), random.pick(LAST_NAMES)];
    return `${number},${first},${last},p${number}@company${company}.example,${title},${company}`;
  });
  return files;
}

async function writeLines(file, head, count, line) {
  const stream = createWriteStream(file);
  stream.write(`${head}\n`);
  for (let number = 1; number <= count; number += 1) {
    if (!stream.write(`${line(number)}\n`)) await once(stream, 'drain');
  }
  stream.end();
  await once(stream, 'finish');
}
