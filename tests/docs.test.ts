import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '..');
const documents = ['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md', ...globSync('docs/**/*.md', { cwd: root })];
const decisions = globSync('docs/decisions/[0-9]*.md', { cwd: root }).toSorted();

const textOf = (path: string) => readFileSync(join(root, path), 'utf8');

/** Removes blocks of code: their brackets are no links, their comments no headings. */
const withoutBlocks = (text: string) => text.replaceAll(/^```.*?^```/gms, '');

/** The anchor of a heading, as GitHub makes it. */
const anchorOf = (heading: string) =>
  heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
    .replaceAll(' ', '-');

/** The anchors of a document. */
function anchorsOf(path: string): ReadonlySet<string> {
  const headings = withoutBlocks(textOf(path)).matchAll(/^#+ (.+)$/gm);
  return new Set([...headings].map(([, heading = '']) => anchorOf(heading)));
}

/** The links of a document within the project, each with the file and the anchor that it leads to. */
const linksOf = (path: string) =>
  [
    ...withoutBlocks(textOf(path))
      .replaceAll(/`[^`\n]*`/g, '')
      .matchAll(/\]\(([^)\s]+)\)/g),
  ]
    .map(([, target = '']) => target)
    .filter((target) => !/^[a-z]+:/.test(target))
    .map((target) => {
      const [file = '', anchor] = target.split('#');
      const to = file === '' ? path : relative(root, join(root, dirname(path), file));
      return { from: path, target, to, anchor };
    });

/** What the first lines of a decision say. */
function headOf(path: string) {
  const [title = '', status = ''] = textOf(path).split('\n\n');
  const [, number, name] = /^# (\d{4}): (\S.*)$/.exec(title) ?? [];
  const [, state, date] = /^Status: ([^·]+) · Date: (\d{4}-\d{2}-\d{2})\b/.exec(status.replaceAll('\n', ' ')) ?? [];
  const earlier = /Supersedes (.*)$/s.exec(status)?.[1] ?? '';
  const supersedes = [...earlier.matchAll(/\b\d{4}\b(?!-)/g)].map(([text]) => text);
  return { number, name, state, date, supersedes };
}

describe('a link in the documentation', () => {
  const links = documents.flatMap(linksOf);

  it('is found in every kind of document', () => {
    expect(new Set(links.map(({ from }) => from)).size).toBeGreaterThan(10);
  });

  it('leads to a file of the project', () => {
    expect(links.filter(({ to }) => !existsSync(join(root, to)))).toEqual([]);
  });

  it('leads to a heading', () => {
    const broken = links.filter(
      ({ to, anchor }) => anchor !== undefined && existsSync(join(root, to)) && !anchorsOf(to).has(anchor),
    );
    expect(broken).toEqual([]);
  });
});

describe('a decision', () => {
  it.each(decisions)('has number, title, status, date, context, decision and consequences: %s', (path) => {
    const { number, name, state, date } = headOf(path);
    expect({ number, name, state, date }).toEqual({
      number: basename(path).slice(0, 4),
      name: expect.any(String) as string,
      state: expect.stringMatching(
        /^(proposed|accepted|accepted, superseded in part by \d{4}( and \d{4})*|superseded by \d{4})$/,
      ) as string,
      date: expect.any(String) as string,
    });
    const sections = [...textOf(path).matchAll(/^## (.+)$/gm)].map(([, heading]) => heading);
    expect(sections.filter((heading) => ['Context', 'Decision', 'Consequences'].includes(heading ?? ''))).toEqual([
      'Context',
      'Decision',
      'Consequences',
    ]);
  });

  it('has a number of its own', () => {
    const numbers = decisions.map((path) => headOf(path).number);
    expect(new Set(numbers).size).toBe(decisions.length);
  });

  it('stands in the index with its title, status and date', () => {
    const rows = textOf('docs/decisions/README.md')
      .split('\n')
      .filter((line) => line.startsWith('| ['))
      .map((line) => line.split('|').map((cell) => cell.trim()));
    const expected = decisions.map((path) => {
      const { number, name, state, date } = headOf(path);
      return ['', `[${number}](${basename(path)})`, name, state, date, ''];
    });
    expect(rows).toEqual(expected);
  });

  it('is named by those that it supersedes', () => {
    const heads = decisions.map(headOf);
    const supersededBy = new Map(
      heads.map(({ number, state = '' }) => [number, /superseded.*/.exec(state)?.[0] ?? '']),
    );
    const unaware = heads.flatMap(({ number = '', supersedes }) =>
      supersedes.filter((earlier) => !supersededBy.get(earlier)?.includes(number)),
    );
    expect(unaware).toEqual([]);
  });
});

describe('the README', () => {
  it('has at most 150 lines', () => {
    expect(textOf('README.md').trimEnd().split('\n').length).toBeLessThanOrEqual(150);
  });

  it('begins with a table of its contents', () => {
    const [contents = '', ...parts] = textOf('README.md').split('\n## ');
    const listed = [...contents.matchAll(/\(#([^)]+)\)/g)].map(([, anchor]) => anchor);
    expect(listed).toEqual(parts.map((part) => anchorOf(part.split('\n')[0] ?? '')));
  });

  it('names scripts that exist', () => {
    const { scripts } = JSON.parse(textOf('package.json')) as { scripts: Record<string, string> };
    const named = ['README.md', 'CONTRIBUTING.md', 'docs/runbook.md'].flatMap((path) =>
      [...textOf(path).matchAll(/\bnpm run (?:-s )?([\w-]+(?::[\w-]+)?)/g)].map(([, name = '']) => name),
    );
    expect(named.filter((name) => !(name in scripts))).toEqual([]);
  });
});
