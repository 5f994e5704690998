import { configVariable } from 'hardhat/config';
import { openHardhat } from './open-hardhat';

/** One Hardhat for all questions: it remembers the password. */
let hardhat: ReturnType<typeof openHardhat> | undefined;

/**
 * Reads secrets from Hardhat's keystore (`npx hardhat keystore set NAME`). Its password is asked for
 * once, and only when it holds one of them. What the environment has comes from there, as everywhere
 * in Hardhat.
 * @returns what it holds of them
 * @throws HardhatError when the password is wrong
 */
export async function readKeystore(names: readonly string[]): Promise<Record<string, string>> {
  hardhat ??= openHardhat();
  const { hooks } = await hardhat;
  const found: Record<string, string> = {};
  for (const name of names) {
    // With a default, a name that is not stored needs no password.
    const variable = configVariable(name, { default: '' });
    const value = await hooks.runHandlerChain(
      'configurationVariables',
      'fetchValue',
      [variable],
      () => Promise.resolve(''),
    );
    if (value !== '') found[name] = value;
  }
  return found;
}
