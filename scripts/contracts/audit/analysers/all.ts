import type { Analyser } from '../analyser';
import { coverage } from './coverage';
import { forgeLint } from './forge-lint';
import { fuzz } from './fuzz';
import { gas } from './gas';
import { ownRules } from './own-rules';
import { smtChecker } from './smt-checker';
import { solcWarnings } from './solc-warnings';
import { solhint } from './solhint';

/** Every analyser, the quick ones first. */
export const ANALYSERS: readonly Analyser[] = [
  solcWarnings,
  ownRules,
  solhint,
  forgeLint,
  fuzz,
  coverage,
  gas,
  smtChecker,
];
