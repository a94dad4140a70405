import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ERROR_CODES } from '../src/common/errors.js';
import { PROJECT_ROOT } from '../src/config/project-root.js';

const read = (path: string): string => readFileSync(join(PROJECT_ROOT, path), 'utf8');

describe('the documents', () => {
  it('explain every error code, and no other', () => {
    const explained = [...read('README.md').matchAll(/^\| `([A-Z_]+)` \|/gm)].map(([, code]) => code);
    expect([...explained].sort()).toEqual([...ERROR_CODES].sort());
  });

  it('name only files and folders that are there', () => {
    const named = ['README.md', 'CONTRIBUTING.md'].flatMap((document) =>
      [...read(document).matchAll(/`((?:src|test|docs|scripts)\/[\w./-]+)`|\]\(([\w./-]+)\)/g)].map(
        ([, code, link]) => code ?? link ?? '',
      ),
    );
    expect(named.filter((path) => !existsSync(join(PROJECT_ROOT, path)))).toEqual([]);
  });

  it('show in the map of the folders every room there is', () => {
    const map = /```\nsrc\/\n([\s\S]*?)```/.exec(read('README.md'))?.[1] ?? '';
    const rooms = readdirSync(join(PROJECT_ROOT, 'src'), { withFileTypes: true }).filter((entry) =>
      entry.isDirectory(),
    );
    expect(rooms.map(({ name }) => name).filter((name) => !map.includes(`${name}/`))).toEqual([]);
  });

  it('number each decision once', () => {
    const numbers = readdirSync(join(PROJECT_ROOT, 'docs', 'decisions')).map((name) => name.slice(0, 4));
    expect(new Set(numbers).size).toBe(numbers.length);
  });
});
