import { child, list, type Node, text, typeOf, walk } from '../ast/node';
import { declarationOf, type Program } from '../ast/program';
import type { Rule, Violation } from './rule';

/** SWC-136: unencrypted private data on the chain. */
const READABLE_DATA = 136;

/** Names of personal data, which must not be public beside a medical report. */
const PERSONAL =
  /e-?mail|name$|names$|phone|birth|dob\b|gender|patient|doctor|diagnos|symptom|passport|ssn\b|(home|postal|street)_?address/i;

/** A place whose content is public permanently. */
interface Readable {
  node: Node;
  where: string;
}

/** What is in storage: state variables, and the members of the structs that they hold. */
function stored(program: Program, files: ReadonlySet<string>): Readable[] {
  const variables = [...program.declarations.values()].filter(
    (node) =>
      node['stateVariable'] === true &&
      text(node, 'mutability') === 'mutable' &&
      files.has(program.fileOf(node)),
  );
  const members = new Set<Node>();
  const visit = (typeName: Node | undefined) => {
    if (typeName === undefined) return;
    for (const part of walk(typeName)) {
      const declared = declarationOf(program, part);
      if (declared?.nodeType !== 'StructDefinition') continue;
      for (const member of list(declared, 'members').filter((one) => !members.has(one))) {
        members.add(member);
        visit(child(member, 'typeName'));
      }
    }
  };
  for (const variable of variables) visit(child(variable, 'typeName'));
  const own = [...members].filter((member) => files.has(program.fileOf(member)));
  return [...variables, ...own].map((node) => ({ node, where: 'storage' }));
}

/** What events and the calls themselves carry. */
function carried(program: Program, files: ReadonlySet<string>): Readable[] {
  return [...program.declarations.values()]
    .filter((node) => node.nodeType === 'ContractDefinition' && files.has(program.fileOf(node)))
    .flatMap((contract) => list(contract, 'nodes'))
    .flatMap((node) => {
      const parameters = list(child(node, 'parameters'), 'parameters');
      if (node.nodeType === 'EventDefinition') {
        return parameters.map((parameter) => ({ node: parameter, where: 'an event' }));
      }
      const isCall =
        node.nodeType === 'FunctionDefinition' &&
        ['external', 'public'].includes(text(node, 'visibility')) &&
        !['view', 'pure'].includes(text(node, 'stateMutability'));
      return isCall ? parameters.map((parameter) => ({ node: parameter, where: 'a call' })) : [];
    });
}

/** Struct types are checked by their members, which are listed on their own. */
function isText(node: Node): boolean {
  return /\bstring\b/.test(typeOf(node).replace(/struct [\w.]+/g, ''));
}

/** `personal-data`: a text on the chain whose name suggests that it is about a person. */
export const personalData: Rule = (program, files) =>
  [...stored(program, files), ...carried(program, files)]
    .filter(({ node }) => isText(node) && PERSONAL.test(text(node, 'name')))
    .map(({ node, where }) =>
      violation(
        'personal-data',
        'error',
        node,
        `${where} shows "${text(node, 'name')}" to everybody, forever`,
      ),
    );

/** `readable-string`: any other text on the chain. */
export const readableString: Rule = (program, files) =>
  [...stored(program, files), ...carried(program, files)]
    .filter(({ node }) => isText(node) && !PERSONAL.test(text(node, 'name')))
    .map(({ node, where }) =>
      violation(
        'readable-string',
        'warning',
        node,
        `${where} shows the text "${text(node, 'name')}" to everybody`,
      ),
    );

/** `string-storage`: a text kept in storage, where each 32 bytes cost a slot and a log would do. */
export const stringStorage: Rule = (program, files) =>
  stored(program, files)
    .filter(({ node }) => isText(node))
    .map(({ node }) => ({
      rule: 'string-storage',
      severity: 'warning',
      message: `"${text(node, 'name')}" is a text of any length in storage: let a log carry it and keep its hash`,
      node,
    }));

function violation(
  rule: string,
  severity: Violation['severity'],
  node: Node,
  message: string,
): Violation {
  const sentence = message.charAt(0).toUpperCase() + message.slice(1);
  return { rule, severity, swc: READABLE_DATA, message: sentence, node };
}
