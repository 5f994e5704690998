import { makeIfChanged } from './input-stamp';
import { mustRun } from './run-tool';

/** The database client: generated from the schema. */
function generateDatabaseClient(): Promise<boolean> {
  return makeIfChanged({
    inputs: ['prisma/schema.prisma', 'prisma.config.ts', 'package-lock.json'],
    stamp: 'src/generated/prisma/.inputs',
    make: () => mustRun('prisma', ['generate']),
  });
}

/** The contracts' ABI and bytecode, compiled from the Solidity sources. */
export function generateAbi(): Promise<boolean> {
  return makeIfChanged({
    inputs: [
      'contracts/**/*.sol',
      'hardhat.config.ts',
      'scripts/contracts/generate-abi.ts',
      'package-lock.json',
    ],
    stamp: 'src/generated/.contracts-inputs',
    make: async () => {
      await mustRun('hardhat', ['build', '--no-tests']);
      await mustRun('scripts/contracts/generate-abi.ts', []);
    },
  });
}

/** The OpenAPI document, from the routes' own declarations. */
function generateOpenApi(): Promise<boolean> {
  return makeIfChanged({
    inputs: [
      'src/**/*.ts',
      'scripts/openapi/generate-openapi.ts',
      'scripts/openapi/*.ts',
      'package-lock.json',
    ],
    stamp: 'src/generated/.openapi-inputs',
    make: () => mustRun('scripts/openapi/generate-openapi.ts', []),
  });
}

/**
 * Makes src/generated/ from its sources, as far as they changed.
 * @returns whether anything was made.
 */
export async function generateCode(): Promise<boolean> {
  const [client, abi] = await Promise.all([generateDatabaseClient(), generateAbi()]);
  // Loads the routes, and so needs the two others.
  const openApi = await generateOpenApi();
  return client || abi || openApi;
}
