import { ownVariable } from './child-environment';
import { installedPrograms } from './installed-program';
import { ProvisionError } from './provision-error';

/** What a headless Chromium needs in a container, and what keeps it from calling home. */
export const CHROMIUM_FLAGS: readonly string[] = [
  // Chromium's sandbox refuses to run as root.
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Debian's Chromium without windows: the same pages for a fifth less of the processor. */
const HEADLESS_SHELL = 'chromium-headless-shell';

/**
 * The browser of the tests and screenshots: CHROMIUM_PATH, or one of this machine, or Debian's.
 * @throws ProvisionError when there is none.
 */
export function chromiumPath(): string {
  const chosen = ownVariable('CHROMIUM_PATH');
  if (chosen !== undefined) return chosen;
  const [path = ''] = installedPrograms({
    part: 'Chromium',
    programs: [
      [HEADLESS_SHELL, 'chromium', 'google-chrome', 'google-chrome-stable', 'chromium-browser'],
    ],
    packages: ['chromium'],
    otherwise: 'Install Chromium or Chrome, or name its program in CHROMIUM_PATH.',
  });
  return path;
}

/**
 * Installs the lightest browser that this machine can have, before the first call of `chromiumPath`.
 * @throws ProvisionError when there is none at all.
 */
export function installChromium(): void {
  if (ownVariable('CHROMIUM_PATH') !== undefined) return;
  try {
    installedPrograms({
      part: 'Chromium',
      programs: [[HEADLESS_SHELL]],
      packages: [HEADLESS_SHELL],
      otherwise: '',
    });
  } catch (error) {
    if (!(error instanceof ProvisionError)) throw error;
    // Not everybody has Debian: any other Chromium will do.
    chromiumPath();
  }
}
