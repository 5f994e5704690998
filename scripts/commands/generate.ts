import { generateCode } from '../provision/generate-code';
import { reportAndExit } from '../provision/report-and-exit';

await generateCode()
  .then((made) => console.log(made ? 'Generated src/generated/.' : 'src/generated/ is up to date.'))
  .catch(reportAndExit);
