import { ownVariable } from './child-environment';
import { installedPrograms } from './installed-program';

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

/**
 * The browser of the tests and screenshots: CHROMIUM_PATH, or one of this machine, or Debian's.
 * @throws ProvisionError when there is none.
 */
export function chromiumPath(): string {
  const chosen = ownVariable('CHROMIUM_PATH');
  if (chosen !== undefined) return chosen;
  const [path = ''] = installedPrograms({
    part: 'Chromium',
    programs: [['chromium', 'google-chrome', 'google-chrome-stable', 'chromium-browser']],
    packages: ['chromium'],
    otherwise: 'Install Chromium or Chrome, or name its program in CHROMIUM_PATH.',
  });
  return path;
}
