import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { Interface } from 'ethers';
import { artifacts } from 'hardhat';

const ROOT = join(import.meta.dirname, '../../..');
const read = (file: string) => readFileSync(join(ROOT, file), 'utf8');
const TESTS = 'test/contracts';
const testFiles = readdirSync(join(ROOT, TESTS)).filter((name) =>
  /\.(test\.ts|t\.sol)$/.test(name),
);
const CONTRACTS = ['ReportRegistry', 'TrailAnchor'];
const sources = readdirSync(join(ROOT, 'contracts')).filter((name) => name.endsWith('.sol'));

describe('docs/threats.md', () => {
  const rows = read('docs/threats.md')
    .split('\n')
    .filter((line) => line.startsWith('| ') && !/^\| (threat|---)/.test(line));

  test('names at least one test for every threat, and each exists', () => {
    assert.ok(rows.length > 30);
    for (const row of rows) {
      const named = [...row.matchAll(/`([\w/-]+\.(?:test\.ts|t\.sol)): ([^`]+)`/g)];
      assert.ok(named.length > 0, `No test: ${row}`);
      for (const [, file = '', name = ''] of named) {
        const source = read(join(TESTS, file)).replaceAll('\\', '');
        const declared = file.endsWith('.sol') ? `function ${name}(` : `test('${name}'`;
        assert.ok(source.replaceAll(/\(\s+'/g, "('").includes(declared), `${file}: ${name}`);
      }
    }
  });
});

describe('docs/events.md', () => {
  test('documents the meaning of every event of the contracts', async () => {
    const text = read('docs/events.md');
    for (const contract of CONTRACTS) {
      const { abi } = await artifacts.readArtifact(contract);
      new Interface(abi).forEachEvent(({ name }) => {
        assert.match(text, new RegExp(`^\\|.*\`${name}\`.*\\|`, 'm'));
      });
    }
  });
});

describe('the NatSpec of the contracts', () => {
  test('are at least 35 % of the lines', () => {
    const lines = sources.flatMap((file) => read(`contracts/${file}`).trimEnd().split('\n'));
    const words = lines.filter((line) => line.trimStart().startsWith('///'));
    assert.ok(words.length / lines.length >= 0.35, `${words.length} of ${lines.length}`);
  });

  test('stand before every function, event, error, type and constant that can be seen outside', () => {
    for (const file of sources) {
      const lines = read(`contracts/${file}`).split('\n');
      for (const [index, line] of lines.entries()) {
        const isSeen =
          /^ {4}(event|error|enum) /.test(line) ||
          /^ {4}\w+ public constant /.test(line) ||
          (/^ {4}(function|struct) /.test(line) && file.startsWith('I'));
        if (isSeen) assert.match(lines[index - 1] ?? '', /^ +\/\/\/ /, `${file}:${index + 1}`);
      }
    }
  });
});

for (const contract of CONTRACTS) {
  test(`every function and event of ${contract} is met by a test`, async () => {
    const { abi } = await artifacts.readArtifact(contract);
    const tests = [...testFiles, 'support/reports.ts']
      .map((file) => read(join(TESTS, file)))
      .join('\n');
    // Declared by OpenZeppelin, never emitted: neither the domain nor who governs a role ever changes.
    const neverEmitted = /^(EIP712DomainChanged|RoleAdminChanged)$/;
    const known = new Interface(abi);
    known.forEachFunction(({ name }) => assert.match(tests, new RegExp(`\\b${name}\\b`)));
    known.forEachEvent(({ name }) => {
      if (!neverEmitted.test(name)) assert.match(tests, new RegExp(`\\b${name}\\b`));
    });
  });

  test(`every custom error of ${contract} is met by a test`, async () => {
    const { abi } = await artifacts.readArtifact(contract);
    const tests = testFiles.map((file) => read(join(TESTS, file))).join('\n');
    // OpenZeppelin's own, which nothing here can provoke: strings of the domain, second calls in OZ's tests.
    const notOurs =
      /^(InvalidShortString|StringTooLong|ECDSAInvalidSignatureLength|AccessControlEnforcedDefaultAdminDelay)$/;
    new Interface(abi).forEachError(({ name }) => {
      if (!notOurs.test(name)) assert.ok(tests.includes(name), name);
    });
  });
}
