import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { execaSync } from 'execa';
import { MINUTE_MS } from '@/platform/time/durations';
import { findProgram } from '../../../provision/installed-program';
import type { Analyser } from '../analyser';
import { type CompilerMessage, runCompiler } from '../compile-target';
import type { RawFinding } from '../finding';
import { fingerprintOf, knownFingerprint } from '../model/fingerprint';
import { contractIn, placeAtByte, type Target } from '../target';

const MODEL = 'scripts/contracts/audit/model/RegistryModel.sol';
const FOLDER = '.data/audit/smt';

/**
 * z3's own measure of work, so that a busy machine proves no less than an idle one: twenty times what
 * the hardest question of the model needs.
 */
const WORK_LIMIT = 400_000_000;
/** Ends a question that hangs all the same. */
const PATIENCE_MS = 5 * MINUTE_MS;

/** As solc's own command line sets them: what its Horn clauses go well with. */
const OPTIONS = [
  'rewriter.pull_cheap_ite=true',
  'fp.spacer.q3.use_qgen=true',
  'fp.spacer.mbqi=false',
  'fp.spacer.ground_pobs=false',
];

/** Codes of the model checker's answers: a property proven, disproven, or neither. */
const PROVEN = '9576';
const DISPROVEN = ['3944', '4984', '6328', '4281', '2529', '6838'];

/** The model checker's messages by what they mean. */
export function sortMessages(messages: readonly CompilerMessage[]): {
  proven: CompilerMessage[];
  disproven: CompilerMessage[];
  open: CompilerMessage[];
} {
  const answers = messages.filter(({ message }) => message.startsWith('CHC: '));
  const isOpen = ({ message }: CompilerMessage) => message.includes('might happen');
  const failures = answers.filter(({ errorCode = '' }) => DISPROVEN.includes(errorCode));
  return {
    proven: answers.filter(({ errorCode }) => errorCode === PROVEN),
    disproven: failures.filter((message) => !isOpen(message)),
    open: failures.filter(isOpen),
  };
}

/**
 * Asks solc's model checker (CHC engine: every sequence of calls, of any length) to prove a contract's
 * assertions and that no subtraction goes below zero.
 * @param z3 the solver's path
 * @param model a target of one file, whose contract has the file's name
 */
export function checkModel(z3: string, model: Target): ReturnType<typeof sortMessages> {
  mkdirSync(FOLDER, { recursive: true });
  const question = join(FOLDER, 'question.smt2');
  const solve = (query: string) => {
    writeFileSync(question, query);
    const args = ['-smt2', `rlimit=${WORK_LIMIT}`, ...OPTIONS, question];
    const { stdout } = execaSync(z3, args, {
      timeout: PATIENCE_MS,
      reject: false,
      stripFinalNewline: false,
    });
    return /^(sat|unsat)/.test(stdout) ? stdout : 'unknown\n';
  };
  const [file = ''] = model.files.keys();
  const name = /(\w+)\.sol$/.exec(file)?.[1] ?? '';
  const modelChecker = {
    contracts: { [file]: [name] },
    engine: 'chc',
    targets: ['assert', 'underflow'],
    showProvedSafe: true,
    showUnproved: true,
    solvers: ['smtlib2'],
  };
  const { errors } = runCompiler(
    model.files,
    { modelChecker, outputSelection: { '*': { '*': [] } } },
    { solve },
  );
  const fault = errors.find(({ severity }) => severity === 'error');
  if (fault !== undefined) throw new Error(fault.message);
  return sortMessages(errors);
}

/** solc's SMTChecker with Debian's z3, on the registry reduced to what it can prove. */
export const smtChecker: Analyser = {
  name: 'smt',
  title: 'SMTChecker on the reduced model',
  run: (target) =>
    Promise.resolve(
      target.ours
        ? check()
        : { status: 'not applicable', why: 'There is no model of this contract' },
    ),
};

function check(): Awaited<ReturnType<Analyser['run']>> {
  const z3 = findProgram(['z3']);
  if (z3 === undefined) return { status: 'not installed', remedy: 'apt-get install z3' };

  const model = contractIn(MODEL);
  const { proven, disproven, open } = checkModel(z3, model);
  if (proven.length + disproven.length + open.length === 0) {
    return { status: 'failed', why: 'The model checker was asked nothing' };
  }
  const finding = (message: CompilerMessage, rule: string): RawFinding => {
    const place = placeAtByte(model, MODEL, message.sourceLocation?.start ?? 0);
    const text = message.message.split('\n')[0] ?? '';
    // SWC-110: an assertion that can be violated.
    const level = rule === 'disproven' ? 'error' : 'warning';
    return {
      rule: `smt/${rule}`,
      severity: level,
      message: text,
      swc: 110,
      ...(place && { place }),
    };
  };
  const findings = [
    ...disproven.map((message) => finding(message, 'disproven')),
    ...open.map((message) => finding(message, 'unproven')),
    ...staleModel(),
  ];
  return {
    status: 'done',
    findings,
    version: versionOf(z3),
    facts: [`${proven.length} properties proven, for any number of calls`],
  };
}

/** A proof of the model is void when the sources changed since they were compared with it. */
function staleModel(): RawFinding[] {
  if (fingerprintOf() === knownFingerprint()) return [];
  const message =
    'The contracts changed since the model was compared with them: compare again, then write the ' +
    `new fingerprint ${fingerprintOf()} into scripts/contracts/audit/model/model.json`;
  return [{ rule: 'smt/stale-model', severity: 'warning', message }];
}

function versionOf(z3: string): string {
  const { stdout } = execaSync(z3, ['--version'], { reject: false });
  return /[\d.]+/.exec(stdout.replace('Z3', ''))?.[0] ?? 'unknown';
}
