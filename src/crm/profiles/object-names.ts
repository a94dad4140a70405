import type { CrmProfile, ObjectProfile } from './profile.js';
import { plainHeader } from './profile.js';

/** Words of a file name that say nothing about what is in it. */
const FILLERS = new Set([
  'all',
  'crm',
  'data',
  'export',
  'exports',
  'extract',
  'full',
  'hubspot',
  'import',
  'my',
  'sample',
  'salesforce',
  'sf',
  'the',
]);
/** Words behind an object's name that make it another object: OpportunityHistory is no opportunity. */
const OTHER_OBJECT = new Set([
  'article',
  'comment',
  'feed',
  'field',
  'group',
  'history',
  'line',
  'member',
  'milestone',
  'partner',
  'relation',
  'role',
  'share',
  'solution',
  'split',
  'stage',
  'status',
  'tag',
  'team',
]);

/** The object that a name from a plan or from a record's attributes means, in any case. */
export function objectCalled(name: string, profile: CrmProfile): ObjectProfile | null {
  return profile.objects.find(({ object }) => object.toLowerCase() === name.toLowerCase()) ?? null;
}

/** The object that a file's name promises: `Contact.csv`, `accountData_nosession.csv`, `hubspot-export-all-contacts-2024.csv`. */
export function objectOfFileName(fileName: string, profile: CrmProfile): ObjectProfile | null {
  const words = wordsOf(fileName);
  const found = profile.objects.find(({ fileWords }) => fileWords.includes(words[0] ?? ''));
  return found && !OTHER_OBJECT.has(singular(words[1] ?? '')) ? found : null;
}

/** Whether a file's name promises an object that is known and not imported. */
export function isOtherObject(fileName: string, profile: CrmProfile): boolean {
  const words = wordsOf(fileName);
  const first = singular(words[0] ?? '');
  const child = profile.objects.some(({ fileWords }) => fileWords.includes(words[0] ?? ''));
  return child || profile.otherObjects.some((object) => object.toLowerCase() === first);
}

/** Whether the columns keep what the name of the file promises. */
export function hasColumnsOf(profile: ObjectProfile, columns: readonly string[]): boolean {
  const present = new Set(columns.map(plainHeader));
  return profile.needs.every((group) => group.some((name) => present.has(plainHeader(name))));
}

function wordsOf(fileName: string): string[] {
  const stem = fileName.replace(/\.[^.]*$/, '');
  return stem
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .filter((word) => word !== '' && !FILLERS.has(word));
}

function singular(word: string): string {
  return word.replace(/s$/, '');
}
