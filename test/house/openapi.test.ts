import { resolve } from 'node:path';
import { createConfig, lintFromString } from '@redocly/openapi-core';
import spectralCore, { type RulesetDefinition } from '@stoplight/spectral-core';
import rulesets from '@stoplight/spectral-rulesets';
import { describe, expect, it } from 'vitest';
import document from '@/generated/openapi.json';

/** What redocly's recommended rules report about a document, errors and warnings alike. */
async function redocly(source: object): Promise<string[]> {
  const problems = await lintFromString({
    source: JSON.stringify(source),
    absoluteRef: resolve('src/generated/openapi.json'),
    config: await createConfig({ extends: ['recommended'] }),
  });
  return problems.map(({ ruleId, message, location }) =>
    [ruleId, message, location[0]?.pointer].join(' '),
  );
}

/** What spectral's recommended rules for OpenAPI report about a document. */
async function spectral(source: object): Promise<string[]> {
  const linter = new spectralCore.Spectral();
  // The two packages type a ruleset differently, and only the type.
  linter.setRuleset({ extends: [rulesets.oas as RulesetDefinition] });
  const problems = await linter.run(JSON.stringify(source));
  return problems.map(({ code, message, path }) => [code, message, path.join('/')].join(' '));
}

describe('the OpenAPI document', () => {
  it('meets every recommended rule of redocly', async () => {
    expect(await redocly(document)).toEqual([]);
  });

  it('meets every recommended rule of spectral', async () => {
    expect(await spectral(document)).toEqual([]);
  });

  it('would not meet them without a server and tags: the linters look', async () => {
    const { servers, tags, ...rest } = document;
    expect([servers, tags]).not.toContain(undefined);
    expect((await redocly(rest)).join()).toContain('no-empty-servers');
    expect((await spectral(rest)).join()).toContain('operation-tag-defined');
  });

  it('describes files as such', () => {
    const { responses } = document.paths['/api/reports/{reportId}/document'].get;
    expect(Object.keys(responses['200'].content)).toEqual(['application/pdf']);
  });
});
