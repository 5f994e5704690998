import { conclude } from '../test-run/conclude';
import { runAllTests } from '../test-run/run-all-tests';

await conclude(runAllTests);
