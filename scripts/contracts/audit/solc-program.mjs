// npm's solc as the program that Foundry expects: `--version`, and standard JSON through stdin. npm's
// own command line reads stdin in a way that breaks when the input is larger than a pipe.
import { readFileSync } from 'node:fs';
import solc from 'solc';

if (process.argv.includes('--version')) {
  // As native builds print it; Foundry requires a platform that it knows.
  const version = solc.version().replace(/\.Emscripten\.clang$/, '.Linux.g++');
  process.stdout.write(`solc, the solidity compiler commandline interface\nVersion: ${version}\n`);
} else {
  process.stdout.write(solc.compile(readFileSync(0, 'utf8')));
}
