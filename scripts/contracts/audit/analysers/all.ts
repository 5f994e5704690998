import type { Analyser } from '../analyser';
import { aderyn } from './aderyn';
import { coverage } from './coverage';
import { echidna } from './echidna';
import { forgeLint } from './forge-lint';
import { fuzz } from './fuzz';
import { gas } from './gas';
import { mythril } from './mythril';
import { ownRules } from './own-rules';
import { slither } from './slither';
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
  slither,
  mythril,
  aderyn,
  echidna,
];
