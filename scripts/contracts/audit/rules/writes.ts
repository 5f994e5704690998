import { type Node, text } from '../ast/node';
import { entryPoints, examined, type Program } from '../ast/program';
import { Interpreter } from '../authority/interpret';
import type { Path, Write } from '../authority/path';
import type { Rule, Violation } from './rule';

/** SWC-124: a place in storage that a caller without a right can write to. */
const ARBITRARY_WRITE = 124;

/** A call that anyone can make, and what it did to storage. */
interface Call {
  name: string;
  entry: Node;
  path: Path;
}

function* calls(program: Program, files: ReadonlySet<string>): Generator<Call> {
  for (const contract of examined(program, files)) {
    for (const entry of entryPoints(program, contract)) {
      const name = `${text(contract, 'name')}.${text(entry, 'name') || text(entry, 'kind')}`;
      yield { name, entry, path: new Interpreter(program, contract).run(entry) };
    }
  }
}

/** The write's own place, or the function's where a library writes. */
function placed(program: Program, files: ReadonlySet<string>, call: Call, write: Write): Node {
  return files.has(program.fileOf(write.node)) ? write.node : call.entry;
}

/**
 * `unauthorised-write`: an external function writes to storage though nothing compared the caller, or
 * who signed, with the rights stored in the contract, and the slot is not the caller's own.
 */
export const unauthorisedWrite: Rule = (program, files) =>
  [...calls(program, files)].flatMap((call) =>
    [...call.path.pending].map((write): Violation => ({
      rule: 'unauthorised-write',
      severity: 'error',
      swc: ARBITRARY_WRITE,
      message: `Anybody can make ${call.name} write here: no owner, role or signer is asked for`,
      node: placed(program, files, call, write),
    })),
  );

/**
 * `overwritable-record`: the entry under a key that the caller chose is replaced, and nothing asked
 * what stood there before. A warning where only a holder of some right can do so.
 */
export const overwritableRecord: Rule = (program, files) =>
  [...calls(program, files)].flatMap((call) =>
    [...call.path.writes]
      .filter(({ slot, replaces }) => replaces && slot.input && !slot.caller)
      .filter(({ slot }) =>
        [...slot.stored].every((variable) => !call.path.consulted.has(variable)),
      )
      .map((write): Violation => {
        const open = call.path.pending.has(write);
        return {
          rule: 'overwritable-record',
          severity: open ? 'error' : 'warning',
          swc: ARBITRARY_WRITE,
          message: `${call.name} replaces what stood under this key without looking at it${open ? ', for anybody' : ''}`,
          node: placed(program, files, call, write),
        };
      }),
  );
