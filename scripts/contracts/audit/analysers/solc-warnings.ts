import type { Analyser } from '../analyser';
import { compilerVersion, compileTarget } from '../compile-target';
import type { RawFinding } from '../finding';
import { placeAtByte } from '../target';

/**
 * The compiler's codes (libsolidity, `error_codes`) that stand for a weakness: unused variables and
 * parameters, shadowing, an ignored answer of a low-level call, `selfdestruct`, `tx.origin`'s kin.
 */
const WEAKNESSES: Readonly<Record<string, number>> = {
  '2072': 131,
  '5667': 131,
  '2519': 119,
  '8760': 119,
  '9302': 104,
  '5878': 104,
  '5159': 106,
  '3628': 132,
  '2018': 131,
};

/** solc: every warning of the compiler itself. */
export const solcWarnings: Analyser = {
  name: 'solc',
  title: "solc's warnings",
  run: (target) => {
    const findings = compileTarget(target)
      .messages.filter(({ sourceLocation }) => target.files.has(sourceLocation?.file ?? ''))
      .map(({ severity, errorCode = 'none', message, sourceLocation }): RawFinding => {
        const swc = WEAKNESSES[errorCode];
        const { file, start } = sourceLocation ?? { file: '', start: 0 };
        const place = placeAtByte(target, file, start);
        return {
          rule: `solc/${errorCode}`,
          severity: severity === 'info' ? 'note' : severity,
          message,
          ...(place && { place }),
          ...(swc !== undefined && { swc }),
        };
      });
    return Promise.resolve({ status: 'done', findings, version: compilerVersion() });
  },
};
