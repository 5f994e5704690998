// Plain JavaScript that runs on the machine's own Node (20.19 or newer): it makes node_modules match
// the lockfile and then hands over to the Node.js that the lockfile names. Started by npm as
//   node scripts/bootstrap.mjs scripts/commands/demo.ts ...   a script of ours, through tsx
//   node scripts/bootstrap.mjs next build            a tool of node_modules/.bin
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, realpathSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '..');
process.chdir(root);

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  fail(`Node.js ${process.versions.node} is too old.`, 'Install Node.js 20.19 or newer.');
}

const problem = whatIsNotInstalled();
if (problem !== undefined) install(problem);
run();

/** The first package of the lockfile that node_modules lacks, or undefined when it is complete. */
function whatIsNotInstalled() {
  if (!existsSync('node_modules/.package-lock.json')) return 'node_modules';
  if (!existsSync('node_modules/node/bin/node')) return 'node';
  const wanted = JSON.parse(readFileSync('package-lock.json', 'utf8')).packages;
  const present = JSON.parse(readFileSync('node_modules/.package-lock.json', 'utf8')).packages;
  return Object.keys(wanted).find(
    (path) =>
      path !== '' &&
      belongsHere(wanted[path]) &&
      (present[path]?.version !== wanted[path].version ||
        (wanted[path].integrity !== undefined &&
          present[path].integrity !== wanted[path].integrity)),
  );
}

/** An optional package counts only when it names this very platform: npm leaves out the others. */
function belongsHere({ optional, os, cpu, libc }) {
  if (!optional) return true;
  const ours = process.report.getReport().header.glibcVersionRuntime ? 'glibc' : 'musl';
  return (
    os?.includes(process.platform) === true &&
    cpu?.includes(process.arch) === true &&
    (process.platform !== 'linux' || libc === undefined || libc.includes(ours))
  );
}

/** npm itself runs on Node 24: on Node 20 it silently skips optional packages that ask for more. */
function install(missing) {
  const npm = process.env.npm_execpath;
  if (npm === undefined) {
    fail(`${missing} is not installed.`, 'Start this through npm, e.g. `npm run demo`.');
  }
  console.log(`Installing the packages of package-lock.json (${missing} is missing) …`);
  const quiet = ['--no-audit', '--no-fund', '--loglevel=error'];
  const { status } = spawnSync(
    process.execPath,
    [npm, 'exec', '--yes', '--package=node@24', '--', 'node', npm, 'ci', ...quiet],
    { stdio: 'inherit' },
  );
  if (status !== 0) fail('npm could not install the packages.', 'See its message above.');
}

function run() {
  const [target, ...args] = process.argv.slice(2);
  if (target === undefined) fail('Nothing to run.', 'Name a script or a tool.');
  const bin = resolve('node_modules/.bin');
  const node = resolve('node_modules/node/bin/node');
  const command = target.endsWith('.ts')
    ? [...(existsSync('.env') ? ['--env-file=.env'] : []), '--import', 'tsx', target]
    : [realpathSync(join(bin, target))];
  const PATH = [resolve('node_modules/node/bin'), bin, process.env.PATH].join(delimiter);
  const child = spawn(node, [...command, ...args], {
    stdio: 'inherit',
    env: { ...process.env, PATH, ...temporaryFolder(), ...compileCache() },
  });
  // A terminal sends Ctrl-C to the child as well; here we only wait until it has cleaned up.
  process.on('SIGINT', () => undefined);
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('exit', (code) => process.exit(code ?? 1));
}

/** Temporary files stay in the checkout, unless its path is too long for sockets (107 bytes). */
function temporaryFolder() {
  const TMPDIR = join(root, '.data', 'tmp');
  if (TMPDIR.length > 60) return {};
  try {
    mkdirSync(TMPDIR, { recursive: true });
    return { TMPDIR };
  } catch {
    return {};
  }
}

/**
 * Node keeps there what it has compiled of packages: without it each of the hundreds of processes of a test run
 * compiles the same ones again. On a read-only disk Node does without.
 */
function compileCache() {
  return { NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE ?? join(root, '.data', 'compiled') };
}

function fail(what, remedy) {
  console.error(`\n✗ ${what}\n  → ${remedy}\n`);
  process.exit(1);
}
