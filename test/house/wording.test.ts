import { globSync, readFileSync } from 'node:fs';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import en from '@/messages/en.json';

/** A sentence: shorter texts, as `Log in`, are also names of buttons, roles and data. */
const FEWEST_WORDS = 3;

interface Branch {
  [key: string]: Branch | string;
}

function textsOf(branch: Branch): string[] {
  return Object.values(branch).flatMap((inside) =>
    typeof inside === 'string' ? [inside] : textsOf(inside),
  );
}

function wordsOf(text: string): string {
  return text.replaceAll(/[^\p{L}\p{N}’%$]+/gu, ' ').trim();
}

function isSentence(words: string): boolean {
  return words.split(' ').length >= FEWEST_WORDS;
}

/**
 * The sentences of the catalogue, and of those with arguments the text between these, by their first words.
 */
const sentences = new Map<string, string[]>();
for (const text of textsOf(en)) {
  for (const part of text.split(/[{}<>#]|, (?:number|plural|select)/)) {
    const words = wordsOf(part);
    if (isSentence(words))
      sentences.set(beginOf(words), [...(sentences.get(beginOf(words)) ?? []), words]);
  }
}

function beginOf(words: string): string {
  return words.split(' ', FEWEST_WORDS).join(' ');
}

/** Whether these words hold a sentence of the catalogue. */
function holdsSentence(words: readonly string[]): boolean {
  return words.some((_, start) => {
    const begun = sentences.get(words.slice(start, start + FEWEST_WORDS).join(' ')) ?? [];
    const rest = `${words.slice(start).join(' ')} `;
    return begun.some((sentence) => rest.startsWith(`${sentence} `));
  });
}

/** Files whose literals are examples of the catalogue's own checks, or speak of the contracts' errors. */
const EXCEPT = /^test\/(house|contracts)\//;

/** Literals of a test that hold a sentence of the catalogue. */
function sentencesIn(source: string): string[] {
  const root = ts.createSourceFile('test.tsx', source, ts.ScriptTarget.Latest, true);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (isTitle(node)) return;
    if (ts.isStringLiteralLike(node) || isOtherText(node)) {
      const words = wordsOf(node.text.replaceAll('\\', '')).split(' ');
      if (holdsSentence(words)) found.push(node.text);
    }
    ts.forEachChild(node, visit);
  };
  visit(root);
  return found;
}

function isOtherText(
  node: ts.Node,
): node is
  ts.RegularExpressionLiteral | ts.JsxText | ts.TemplateHead | ts.TemplateMiddle | ts.TemplateTail {
  return (
    ts.isRegularExpressionLiteral(node) ||
    ts.isJsxText(node) ||
    ts.isTemplateHead(node) ||
    ts.isTemplateMiddleOrTemplateTail(node)
  );
}

/** The title of a test is a sentence of its own, whatever it shares with the product's. */
function isTitle(node: ts.Node): boolean {
  return (
    ts.isStringLiteralLike(node) &&
    ts.isCallExpression(node.parent) &&
    node.parent.arguments[0] === node &&
    /^(it|test|describe)\b/.test(node.parent.expression.getText())
  );
}

describe('a sentence of the catalogue', () => {
  it('stands in no test, which takes it by its key', () => {
    const files = globSync([
      'test/**/*.{ts,tsx}',
      '{src,scripts}/**/*.test.{ts,tsx}',
      'scripts/{screenshots/**,commands/take-screenshots}.ts',
    ]).filter((file) => !EXCEPT.test(file));
    expect(files.length).toBeGreaterThan(200);
    const found = files.flatMap((file) =>
      sentencesIn(readFileSync(file, 'utf8')).map((text) => `${file}: ${text}`),
    );
    expect(found).toEqual([]);
  });

  it.each([
    ["getByText('An administrator checks it before you can log in.')", 1],
    ['getByText(`${name} shares a medical report with you`)', 1],
    ['toContainText(/Waiting for approval/)', 1],
    ["t('accounts.logIn.title')", 0],
    ["it('Nothing waits for your decision.', () => {})", 0],
    ["getByLabel('Log in')", 0],
    ["fill('Control in three months.')", 0],
  ])('is found where it is planted: %s', (source, count) => {
    expect(sentencesIn(source)).toHaveLength(count);
  });
});
