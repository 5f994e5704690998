import { all, child, children, list, type Node, text, typeOf } from '../ast/node';
import { declarationOf, mostDerived, type Program } from '../ast/program';
import { learn } from './learn';
import { become, conclude, fork, merge, newPath, type Path, type Write } from './path';
import { isInStorage, isRevert, isZero, pathOf, rootOf } from './places';
import { ELSEWHERE, INPUT, join, NOTHING, type Value } from './value';

/** Deeper calls than this are not followed: nothing is then known of what they answer. */
const MAX_DEPTH = 24;

/** Functions that recover who signed. */
const SIGNER_OF = ['ecrecover', 'recover', 'tryRecover', 'recoverCalldata', 'tryRecoverCalldata'];

/** One call of a function: what it returns, and what runs at a modifier's `_`. */
interface Frame {
  answers: Value[];
  proceed?: () => boolean;
}

/**
 * Follows a function of a contract, and all that it calls, from the outside in, and keeps account of
 * who must have called for each write to last. Branches are joined; loops are gone through twice.
 */
export class Interpreter {
  private readonly path: Path = newPath();
  private readonly known = new Map<string, Write>();
  private depth = 0;

  constructor(
    private readonly program: Program,
    private readonly contract: Node,
  ) {}

  /** What is known when the function has ended well. */
  run(entry: Node): Path {
    const inputs = list(child(entry, 'parameters'), 'parameters').map(() => INPUT);
    this.call(entry, inputs);
    return this.path;
  }

  /** Runs a function with its modifiers. */
  private call(definition: Node, values: readonly Value[]): Value {
    const frame: Frame = { answers: [] };
    this.bind(definition, values);
    this.depth += 1;
    const modifiers = list(definition, 'modifiers').flatMap((use) => {
      const declared = declarationOf(this.program, child(use, 'modifierName'));
      return declared?.nodeType === 'ModifierDefinition' ? [{ use, declared }] : [];
    });
    // A path that ends in a revert is gone; one that returned has ended well.
    const ended: Path[] = [];
    const body = modifiers.reduceRight<() => boolean>(
      (proceed, { use, declared }) =>
        () => {
          const modifier = mostDerived(this.program, this.contract, declared);
          this.bind(
            modifier,
            list(use, 'arguments').map((argument) => this.evaluate(argument)),
          );
          return this.execute(child(modifier, 'body'), { answers: [], proceed }, ended);
        },
      () => this.execute(child(definition, 'body'), frame, ended),
    );
    const fell = !body();
    conclude(this.path, fell, ended);
    this.depth -= 1;
    const named = list(child(definition, 'returnParameters'), 'parameters').map(({ id }) =>
      this.path.variables.get(id),
    );
    return join([...frame.answers, ...named]);
  }

  private bind(definition: Node, values: readonly Value[]): void {
    list(child(definition, 'parameters'), 'parameters').forEach((parameter, index) => {
      this.path.variables.set(parameter.id, values[index] ?? NOTHING);
    });
    for (const answer of list(child(definition, 'returnParameters'), 'parameters')) {
      this.path.variables.delete(answer.id);
    }
  }

  /** @returns whether the path ends here, by a return or a revert */
  private execute(node: Node | undefined, frame: Frame, ended: Path[]): boolean {
    if (node === undefined) return false;
    const evaluate = (property: string) => {
      const inner = child(node, property);
      return inner === undefined ? NOTHING : this.evaluate(inner);
    };
    switch (node.nodeType) {
      case 'Block':
      case 'UncheckedBlock':
        return list(node, 'statements').some((inner) => this.execute(inner, frame, ended));
      case 'PlaceholderStatement':
        return frame.proceed?.() ?? false;
      case 'IfStatement':
        return this.branch(node, frame, ended);
      case 'ForStatement':
      case 'WhileStatement':
      case 'DoWhileStatement':
        this.execute(child(node, 'initializationExpression'), frame, ended);
        this.loop(node, frame, ended);
        return false;
      case 'TryStatement':
        evaluate('externalCall');
        for (const clause of list(node, 'clauses')) {
          const before = fork(this.path);
          const ends = this.execute(child(clause, 'block'), frame, ended);
          if (ends) become(this.path, before);
          else merge(this.path, before, fork(this.path));
        }
        return false;
      case 'Return':
        frame.answers.push(evaluate('expression'));
        ended.push(fork(this.path));
        return true;
      case 'RevertStatement':
        return true;
      case 'ExpressionStatement':
        evaluate('expression');
        return isRevert(child(node, 'expression'));
      case 'VariableDeclarationStatement':
        this.declare(node);
        return false;
      case 'InlineAssembly':
        for (const call of all(node, 'YulFunctionCall')) {
          if (text(child(call, 'functionName'), 'name') === 'sstore')
            this.write(call, NOTHING, true);
        }
        return false;
      default:
        return false;
    }
  }

  private branch(node: Node, frame: Frame, ended: Path[]): boolean {
    const condition = child(node, 'condition');
    if (condition === undefined) return false;
    const evaluated = this.evaluate(condition);
    for (const variable of evaluated.stored) this.path.consulted.add(variable);
    const before = fork(this.path);

    this.learn(condition, true);
    const thenEnds = this.execute(child(node, 'trueBody'), frame, ended);
    const afterThen = fork(this.path);

    become(this.path, before);
    this.learn(condition, false);
    const elseEnds = this.execute(child(node, 'falseBody'), frame, ended);
    if (thenEnds && elseEnds) return true;
    if (elseEnds) become(this.path, afterThen);
    else if (!thenEnds) merge(this.path, afterThen, fork(this.path));
    return false;
  }

  private loop(node: Node, frame: Frame, ended: Path[]): void {
    for (let round = 0; round < 2; round += 1) {
      const before = fork(this.path);
      const condition = child(node, 'condition');
      if (condition) for (const id of this.evaluate(condition).stored) this.path.consulted.add(id);
      const ends = this.execute(child(node, 'body'), frame, ended);
      if (!ends) this.execute(child(node, 'loopExpression'), frame, ended);
      if (ends) become(this.path, before);
      else merge(this.path, before, fork(this.path));
    }
  }

  private learn(condition: Node, outcome: boolean): void {
    learn(this.path, condition, outcome, (inner) => this.evaluate(inner));
  }

  private declare(node: Node): void {
    const initial = child(node, 'initialValue');
    const parts = initial?.nodeType === 'TupleExpression' ? children(initial, 'components') : [];
    const whole = initial === undefined ? NOTHING : this.evaluate(initial);
    children(node, 'declarations').forEach((declared, index) => {
      const part = parts[index];
      if (declared) this.path.variables.set(declared.id, part ? this.evaluate(part) : whole);
    });
  }

  /** Notes a write once, however often it is come by. */
  private write(node: Node, slot: Value, replaces: boolean): void {
    const key = `${node.src} ${String(slot.caller)} ${String(slot.input)}`;
    const write = this.known.get(key) ?? { node, slot, replaces };
    this.known.set(key, write);
    this.path.writes.add(write);
    if (!this.path.authorised && !slot.caller) this.path.pending.add(write);
  }

  private assign(target: Node, value: Value, replaces: boolean): void {
    if (target.nodeType === 'TupleExpression') {
      for (const part of list(target, 'components')) this.assign(part, value, replaces);
      return;
    }
    if (isInStorage(this.program, target)) {
      this.write(target, this.evaluate(target), replaces);
      return;
    }
    const declared = declarationOf(this.program, rootOf(target));
    if (declared === undefined) return;
    const plain = target.nodeType === 'Identifier' && replaces;
    const before = plain ? undefined : this.path.variables.get(declared.id);
    this.path.variables.set(declared.id, join([before, value]));
  }

  /** Where an expression's value comes from; what the expression does is done. */
  private evaluate(node: Node): Value {
    const of = (property: string) => {
      const inner = child(node, property);
      return inner === undefined ? NOTHING : this.evaluate(inner);
    };
    switch (node.nodeType) {
      case 'Literal':
        return isZero(node) ? { ...NOTHING, zero: true } : { ...NOTHING, constant: true };
      case 'Identifier':
        return this.read(node);
      case 'MemberAccess':
        if (['msg.sender', 'tx.origin'].includes(pathOf(node))) return { ...NOTHING, caller: true };
        if (pathOf(node) === 'msg.data' || pathOf(node) === 'msg.value') return INPUT;
        return of('expression');
      case 'IndexAccess':
        return join([of('baseExpression'), of('indexExpression')]);
      case 'TupleExpression':
        return join(list(node, 'components').map((part) => this.evaluate(part)));
      case 'Conditional':
        of('condition');
        return join([of('trueExpression'), of('falseExpression')]);
      case 'BinaryOperation':
        return join([of('leftExpression'), of('rightExpression')]);
      case 'UnaryOperation': {
        const target = child(node, 'subExpression');
        const changes = ['++', '--', 'delete'].includes(text(node, 'operator'));
        const value = of('subExpression');
        if (changes && target) this.assign(target, NOTHING, false);
        return value;
      }
      case 'Assignment': {
        const value = of('rightHandSide');
        const target = child(node, 'leftHandSide');
        if (target) this.assign(target, value, text(node, 'operator') === '=');
        return value;
      }
      case 'FunctionCall':
        return this.evaluateCall(node);
      case 'FunctionCallOptions':
        return of('expression');
      default:
        return NOTHING;
    }
  }

  private read(node: Node): Value {
    const declared = declarationOf(this.program, node);
    if (declared === undefined) return NOTHING;
    if (declared['stateVariable'] !== true) {
      return this.path.variables.get(declared.id) ?? NOTHING;
    }
    if (text(declared, 'mutability') !== 'mutable') return { ...NOTHING, constant: true };
    return { ...NOTHING, stored: new Set([declared.id]) };
  }

  private evaluateCall(node: Node): Value {
    const callee = child(node, 'expression');
    const given = list(node, 'arguments');
    const name = text(callee, 'name') || text(callee, 'memberName');
    if (callee === undefined) return NOTHING;

    const values = given.map((argument) => this.evaluate(argument));
    if (text(node, 'kind') !== 'functionCall') return join(values);
    if (['require', 'assert'].includes(name) && callee.nodeType === 'Identifier') {
      const [condition] = given;
      for (const id of values[0]?.stored ?? []) this.path.consulted.add(id);
      if (condition) this.learn(condition, true);
      return NOTHING;
    }
    if (SIGNER_OF.includes(name)) return { ...NOTHING, caller: true };
    const base = child(callee, 'expression');
    const owner = base === undefined ? NOTHING : this.evaluate(base);
    if (name === 'isValidSignatureNow') return { ...join(values), caller: true };
    if (['push', 'pop'].includes(name) && typeOf(base).includes('storage')) {
      this.write(node, owner, false);
      return owner;
    }
    if (typeOf(callee).includes(' external')) {
      return { ...join([...values, owner]), stored: new Set([...owner.stored, ELSEWHERE]) };
    }
    return this.callInternal(callee, owner, values);
  }

  private callInternal(callee: Node, owner: Value, values: readonly Value[]): Value {
    const declared = declarationOf(this.program, callee);
    if (declared?.nodeType !== 'FunctionDefinition') return join([owner, ...values]);
    const isSuper = pathOf(callee).startsWith('super.');
    const definition = isSuper ? declared : mostDerived(this.program, this.contract, declared);
    const parameters = list(child(definition, 'parameters'), 'parameters');
    const bound = parameters.length === values.length + 1 ? [owner, ...values] : values;
    if (child(definition, 'body') === undefined || this.depth > MAX_DEPTH) return join(bound);
    return this.call(definition, bound);
  }
}
