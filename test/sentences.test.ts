import { globSync, readFileSync } from 'node:fs';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

/** Words that people read no more, and what stands there instead. */
const BANNED = [
  /\banchor(s|ed|ing)?\b/i, // seal
  /(?<!clocks went |X-)\bforward(s|ed|ing)?\b/i, // send
  /\b(un)?bind(s|ing)?\b|\bbound\b/i, // connect
  /\buntouched\b/i, // original
  /\btransact\b/i, // pay
  /\bfor ever\b/i, // forever
  /\bhand(s|ed)? out\b|\blet(s)? in\b/i, // share
];

/** Of the API, which keeps the field's terms. */
const NOT_FOR_PEOPLE = /^src\/(generated|app\/api|app\/\(public\)\/api-docs)\//;

/** Every text of a file that is a sentence, or a part of one, for a person. */
function sentencesOf(file: string, source: string): string[] {
  const root = ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (isForNoPerson(node)) return;
    if (ts.isJsxText(node) || ts.isStringLiteralLike(node) || isPartOfTemplate(node)) {
      const text = node.text.replaceAll(/\s+/g, ' ').trim();
      if (/^[A-Z][a-z]+…?$|\w+ \w+/.test(text)) found.push(text);
    }
    ts.forEachChild(node, visit);
  };
  visit(root);
  return found;
}

function isPartOfTemplate(
  node: ts.Node,
): node is ts.TemplateHead | ts.TemplateMiddle | ts.TemplateTail {
  return ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node);
}

/** Logs, errors of our own that only a log shows, queries, imports, and the names of classes. */
function isForNoPerson(node: ts.Node): boolean {
  if (ts.isImportDeclaration(node) || ts.isTaggedTemplateExpression(node)) return true;
  if (ts.isTypeNode(node)) return true;
  if (ts.isNewExpression(node)) return /^(Type)?Error$/.test(node.expression.getText());
  return ts.isCallExpression(node) && /^log\(\)\.|\.describe$/.test(node.expression.getText());
}

describe('the sentences for people', () => {
  const files = globSync('src/**/*.{ts,tsx}').filter(
    (file) => !NOT_FOR_PEOPLE.test(file) && !file.includes('.test.'),
  );

  it('use the words of today', () => {
    const old = files.flatMap((file) =>
      sentencesOf(file, readFileSync(file, 'utf8'))
        .filter((sentence) => BANNED.some((word) => word.test(sentence)))
        .map((sentence) => `${file}: ${sentence}`),
    );
    expect(old).toEqual([]);
  });

  it.each([
    ["const STEP = 'Forwarded to the patient';", ['Forwarded to the patient']],
    ['const a = <p>Anchor the {n} reports</p>;', ['Anchor the']],
    ['const b = `bind the wallet ${x} now please`;', ['bind the wallet', 'now please']],
    ["log().info('an anchored report'); throw new Error('not bound yet');", []],
    ["import x from './forward report'; const kind = 'forward';", []],
  ])('are found: %s', (source, sentences) => {
    expect(sentencesOf('planted.tsx', source)).toEqual(sentences);
  });
});
