import { BUILD_FOLDERS, buildApplication } from '../provision/build-application';
import { generateCode } from '../provision/generate-code';
import { reportAndExit } from '../provision/report-and-exit';

/** The production build, without the demo wallet. */
async function main(): Promise<void> {
  await generateCode();
  const built = await buildApplication('production');
  console.log(built ? `Built ${BUILD_FOLDERS.production}.` : 'The build is up to date.');
}

await main().catch(reportAndExit);
