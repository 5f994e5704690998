import { globSync, readFileSync } from 'node:fs';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

/**
 * Where texts are not for the people of the product: the operator's environment and metrics, sources that a table
 * cites, names in protocols and in metadata on the chain, and the card of the forecast's model.
 */
const NOT_FOR_PEOPLE = new RegExp(
  `^src/(${[
    'app/metrics/read-metrics.ts',
    'generated/.*',
    'messages/.*',
    'audit/trail-shards.ts',
    'forecast/training/model-card.ts',
    'platform/env.ts',
    'platform/metrics.ts',
    'registry/demo-wallet/announce-demo-wallet.ts',
    'registry/metadata/report-metadata.ts',
    'registry/wallet/wallet-refusals.ts',
    // A part of the key, in every language.
    'vault/recovery-kit/wallet-identity.ts',
  ].join('|')})$`,
);

/** Properties whose text a program or a developer reads: terminology, the API's document, log messages. */
const NOT_FOR_PEOPLE_HERE =
  /^(summary|description|display|message|className|d|viewBox|sizes|style|initSql)$/;

/** Texts of a file that read like a sentence: three words or more, the first with a capital letter. */
function sentencesOf(file: string, source: string): string[] {
  const root = ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (isForNoPerson(node)) return;
    if (ts.isJsxText(node) || ts.isStringLiteralLike(node) || isPartOfTemplate(node)) {
      const text = node.text.replaceAll(/\s+/g, ' ').trim();
      if (/^\p{Lu}[\p{L}’']*,?( [\p{L}’'“”,.-]+){2}/u.test(text)) found.push(text);
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

/** Logs, errors that only a log shows, queries, imports, types, and official names of codes. */
function isForNoPerson(node: ts.Node): boolean {
  if (ts.isImportDeclaration(node) || ts.isTaggedTemplateExpression(node)) return true;
  if (ts.isTypeNode(node)) return true;
  if (ts.isPropertyAssignment(node)) return NOT_FOR_PEOPLE_HERE.test(node.name.getText());
  if (ts.isNewExpression(node))
    return /^((Type|Range)?Error|ProviderError)$/.test(node.expression.getText());
  return (
    ts.isCallExpression(node) &&
    /^log\(\)\.|\.describe$|^(snomed|loinc|hl7|ucum|icd10|coding|concept)$|\$(execute|query)RawUnsafe$/.test(
      node.expression.getText(),
    )
  );
}

describe('a sentence for a person', () => {
  it('stands in the catalogue, not in the code', () => {
    const files = globSync('src/**/*.{ts,tsx}').filter(
      (file) => !NOT_FOR_PEOPLE.test(file) && !file.includes('.test.'),
    );
    const found = files.flatMap((file) =>
      sentencesOf(file, readFileSync(file, 'utf8')).map((sentence) => `${file}: ${sentence}`),
    );
    expect(found).toEqual([]);
  });

  it.each([
    ["const STEP = 'Sent to the patient';", ['Sent to the patient']],
    ['const a = <p>Seal the {n} reports</p>;', []],
    ['const b = <p>Seal all reports</p>;', ['Seal all reports']],
    ['const c = `Your report ${x} is sealed`;', []],
    ["log().info('An anchored report is here'); throw new Error('Not bound yet, sorry');", []],
    ["import x from './Forward a report'; loinc('1-2', 'Systolic blood pressure');", []],
  ])('is found: %s', (source, sentences) => {
    expect(sentencesOf('planted.tsx', source)).toEqual(sentences);
  });
});
