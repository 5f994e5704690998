import type { Analyser } from '../analyser';
import { startOf } from '../ast/node';
import { linkTrees } from '../ast/program';
import { compileTarget } from '../compile-target';
import type { RawFinding } from '../finding';
import { unboundedLoop } from '../rules/loops';
import type { Rule } from '../rules/rule';
import { personalData, readableString, stringStorage } from '../rules/strings';
import { overwritableRecord, unauthorisedWrite } from '../rules/writes';
import { placeAtByte } from '../target';

const RULES: readonly Rule[] = [
  unauthorisedWrite,
  overwritableRecord,
  unboundedLoop,
  personalData,
  readableString,
  stringStorage,
];

/** Our own rules over solc's syntax trees. */
export const ownRules: Analyser = {
  name: 'rules',
  title: 'Own rules over the syntax tree',
  run: (target) => {
    const program = linkTrees(compileTarget(target).trees);
    const files = new Set(target.files.keys());
    const findings = RULES.flatMap((rule) => rule(program, files)).map(
      ({ rule, node, ...rest }): RawFinding => {
        const place = placeAtByte(target, program.fileOf(node), startOf(node));
        return { rule: `rules/${rule}`, ...rest, ...(place && { place }) };
      },
    );
    return Promise.resolve({ status: 'done', findings, facts: [`${RULES.length} rules`] });
  },
};
