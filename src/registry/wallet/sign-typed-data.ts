import { z } from 'zod';
import { askWallet, type Eip1193Provider } from './eip1193';

/** A message of EIP-712, as `eth_signTypedData_v4` takes it. */
export const typedDataSchema = z.object({
  domain: z.object({
    name: z.string(),
    version: z.string(),
    chainId: z.number().int().positive(),
    verifyingContract: z.string(),
  }),
  types: z.record(z.string(), z.array(z.object({ name: z.string(), type: z.string() }))),
  primaryType: z.string(),
  message: z.record(z.string(), z.unknown()),
});

/** A message of EIP-712. */
export type TypedData = z.infer<typeof typedDataSchema>;

/** 65 bytes of an ordinary account; those of contracts are longer, and whoever asked says what they are worth. */
const signature = z.string().regex(/^0x(?:[0-9a-fA-F]{2}){65,}$/);

/** MetaMask wants the domain's own type among the others; ethers leaves it out. */
const DOMAIN_TYPE = [
  { name: 'name', type: 'string' },
  { name: 'version', type: 'string' },
  { name: 'chainId', type: 'uint256' },
  { name: 'verifyingContract', type: 'address' },
];

/**
 * Has a message signed by an account; the wallet shows its fields. It costs nothing.
 * @throws WalletError
 */
export async function signTypedData(
  provider: Eip1193Provider,
  account: string,
  data: TypedData,
): Promise<string> {
  const json = { ...data, types: { EIP712Domain: DOMAIN_TYPE, ...data.types } };
  const params = [account, JSON.stringify(json)];
  return askWallet(provider, signature, 'eth_signTypedData_v4', params);
}
