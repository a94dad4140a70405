import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, normalize, relative, sep } from 'node:path';
import ts from 'typescript';
import { PROJECT_ROOT } from '../src/config/project-root.js';

/**
 * The rooms of the house, each of which may use those above it. Rooms on one line do not know each other. What lies in
 * `src/` itself, and what a process is started with, is the app: it puts the rooms together.
 */
const ROOMS = [
  ['domain'],
  ['common'],
  ['config'],
  ['database'],
  ['access'],
  ['accounts'],
  ['stakeholders'],
  ['satisfaction', 'problems', 'commitments', 'advocacy', 'decisions', 'team'],
  // After the others that record, because a contact is also where people are told of their problems.
  ['interactions'],
  ['assessment'],
  ['amplify'],
  ['loyalty'],
  ['crm'],
  ['graphql', 'health', 'demo'],
  ['cli'],
  ['app'],
];
const ENTRIES = ['main.ts', join('cli', 'main.ts')];

const ROLES = [
  'entity',
  'inputs',
  'types',
  'service',
  'reader',
  'resolver',
  'module',
  'controller',
  'guard',
  'decorator',
];
const BANNED = ['utils', 'util', 'helpers', 'helper', 'shared', 'core', 'misc', 'lib'];
const MAX_LINES = 200;

interface Source {
  /** Under `src/`. */
  path: string;
  text: string;
  tree: ts.SourceFile;
  /** Files under `src/` it imports, types among them. */
  imports: string[];
  /** Packages it imports. */
  packages: string[];
}

const SRC = join(PROJECT_ROOT, 'src');
const sources = filesUnder(SRC).map(readSource);
const product = sources.filter(
  ({ path }) => !/\.(spec|fixture)\.ts$/.test(path) && !path.includes(`${sep}fixtures${sep}`),
);

describe('the house is built as it was drawn', () => {
  it('every file lies in a room of the plan', () => {
    const unknown = sources.filter(({ path }) => rank(path) === -1).map(({ path }) => path);
    expect(unknown).toEqual([]);
    expect(product.length).toBeGreaterThan(100);
  });

  it('a room uses only the rooms above it', () => {
    const upward = product.flatMap(({ path, imports }) =>
      imports.filter((used) => !mayUse(path, used)).map((used) => `${path} uses ${used}`),
    );
    expect(upward).toEqual([]);
  });

  it('no file comes back to itself over what it imports', () => {
    expect(circles(product)).toEqual([]);
  });

  it('the rules need no library, no input or output and no clock', () => {
    const domain = product.filter(({ path }) => roomOf(path) === 'domain');
    expect(domain.flatMap(({ path, packages }) => packages.map((used) => `${path} uses ${used}`))).toEqual(
      [],
    );
    const clocks = domain.filter(({ text }) =>
      /\bDate\.now\(|new Date\(\)|\bprocess\.|Math\.random\(/.test(withoutComments(text)),
    );
    expect(clocks.map(({ path }) => path)).toEqual([]);
  });

  it('nothing but the clock reads the time, once the database runs', () => {
    const serving = product.filter(({ path }) => !path.startsWith(join('database', 'embedded')));
    const readers = serving.filter(({ text }) => /new Date\(\)|\bDate\.now\(/.test(withoutComments(text)));
    expect(readers.map(({ path }) => path)).toEqual([join('common', 'clock.ts')]);
  });

  it('a name says where a thing is: no barrels and no folders for odds and ends', () => {
    const folders = new Set(sources.flatMap(({ path }) => dirname(path).split(sep)));
    expect(BANNED.filter((name) => folders.has(name))).toEqual([]);
    expect(sources.filter(({ path }) => basename(path) === 'index.ts').map(({ path }) => path)).toEqual([]);
    const passedOn = sources.filter(({ tree }) =>
      tree.statements.some((statement) => ts.isExportDeclaration(statement) && statement.moduleSpecifier),
    );
    expect(passedOn.map(({ path }) => path)).toEqual([]);
  });

  it('a file stays small enough to be read at once', () => {
    const long = sources
      .filter(({ path }) => !path.includes('migrations') && !path.endsWith('.spec.ts'))
      .filter(({ text }) => linesOfCode(text) > MAX_LINES);
    expect(long.map(({ path }) => path)).toEqual([]);
  });

  it('nothing is `any`, and no check of the compiler is switched off', () => {
    const untyped = sources.filter(
      ({ tree, text }) => usesAny(tree) || /@ts-(ignore|nocheck|expect-error)/.test(text),
    );
    expect(untyped.map(({ path }) => path)).toEqual([]);
  });

  it('a class with a role has it in the name of its file', () => {
    const decorated: Record<string, string> = {
      Resolver: 'resolver',
      Entity: 'entity',
      Module: 'module',
      Controller: 'controller',
    };
    const elsewhere = product.flatMap(({ path, tree }) => {
      const role = basename(path).split('.').at(-2) ?? '';
      const wanted = decoratorsOf(tree).flatMap((name) => decorated[name] ?? []);
      return wanted
        .filter((expected) => ROLES.includes(role) && expected !== role)
        .map((expected) => `${path} holds a ${expected}`);
    });
    expect(elsewhere).toEqual([]);
  });

  it('a reader writes nothing', () => {
    const writing = product.filter(
      ({ path, text }) =>
        path.endsWith('.reader.ts') && /`\s*(INSERT|UPDATE|DELETE)\b|insertRows\(/.test(text),
    );
    expect(writing.map(({ path }) => path)).toEqual([]);
  });

  it('the only way to the database while serving is the transaction of the operation', () => {
    const bare = product.filter(
      ({ path, text }) =>
        !['database', 'app', 'health'].includes(roomOf(path)) &&
        /\bDataSource\b|@InjectRepository|getRepository\(/.test(text),
    );
    expect(bare.map(({ path }) => path)).toEqual([]);
  });
});

function filesUnder(folder: string): string[] {
  const entries = readdirSync(folder, { withFileTypes: true, recursive: true });
  return entries
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => join(entry.parentPath, entry.name));
}

function readSource(file: string): Source {
  const text = readFileSync(file, 'utf8');
  const names = ts.preProcessFile(text, true, true).importedFiles.map(({ fileName }) => fileName);
  const own = names.filter((name) => name.startsWith('.'));
  return {
    path: relative(SRC, file),
    text,
    tree: ts.createSourceFile(file, text, ts.ScriptTarget.ES2023, true),
    imports: own.map((name) => relative(SRC, normalize(join(dirname(file), name))).replace(/\.js$/, '.ts')),
    packages: names.filter((name) => !name.startsWith('.')),
  };
}

function roomOf(path: string): string {
  const [room = '', ...rest] = path.split(sep);
  return rest.length === 0 || ENTRIES.includes(path) ? 'app' : room;
}

function rank(path: string): number {
  return ROOMS.findIndex((rooms) => rooms.includes(roomOf(path)));
}

function mayUse(path: string, used: string): boolean {
  return roomOf(path) === roomOf(used) || rank(used) < rank(path);
}

/** Each circle once, as the files it leads through. */
function circles(files: readonly Source[]): string[] {
  const imports = new Map(files.map((file) => [file.path, file.imports]));
  const done = new Set<string>();
  const found: string[] = [];
  const walk = (path: string, trail: readonly string[]): void => {
    const start = trail.indexOf(path);
    if (start >= 0) found.push([...trail.slice(start), path].join(' -> '));
    if (start >= 0 || done.has(path)) return;
    for (const used of imports.get(path) ?? []) walk(used, [...trail, path]);
    done.add(path);
  };
  for (const path of imports.keys()) walk(path, []);
  return found;
}

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\/|(^|[^:])\/\/.*$/gm, '$1');
}

function linesOfCode(text: string): number {
  return withoutComments(text)
    .split('\n')
    .filter((line) => line.trim() !== '').length;
}

function usesAny(node: ts.Node): boolean {
  return (
    node.kind === ts.SyntaxKind.AnyKeyword ||
    (ts.forEachChild(node, (child) => usesAny(child) || undefined) ?? false)
  );
}

function decoratorsOf(tree: ts.SourceFile): string[] {
  return tree.statements
    .filter(ts.isClassDeclaration)
    .flatMap((declaration) =>
      (ts.getDecorators(declaration) ?? []).flatMap(({ expression }) =>
        ts.isCallExpression(expression) && ts.isIdentifier(expression.expression)
          ? [expression.expression.text]
          : [],
      ),
    );
}
