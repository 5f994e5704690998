import { identityOfSecret } from './age-identity';

/** Which key of a wallet. */
export interface WalletKey {
  chainId: number;
  /** The contract that holds the reports: a wallet that compares domains warns on any other site. */
  registryAddress: string;
  /** The wallet that signs. */
  owner: string;
  /** 1 for a wallet's first key; another number is another key. */
  generation: number;
}

/** Part of what is signed, and so of the key: never changed and never translated. */
const WARNING =
  'This signature is the key to my medical reports. I sign it only to make or to open my MedAnchor recovery kit, and I give it to nobody.';

const SALT = 'MedAnchor recovery v1';
/** r and s; v is left out, because wallets write it in two ways. */
const SECRET_BYTES = 64;
const SIGNATURE = /^0x[0-9a-f]{130}$/i;

/**
 * The EIP-712 message that a wallet signs, as `eth_signTypedData_v4` takes it. Wallets whose signatures are
 * deterministic (RFC 6979) sign it alike every time, and so hold the key without storing it.
 */
export function walletKeyMessage({ chainId, registryAddress, owner, generation }: WalletKey) {
  return {
    domain: {
      name: 'MedAnchor recovery',
      version: '1',
      chainId,
      verifyingContract: registryAddress,
    },
    primaryType: 'RecoveryKey',
    types: {
      EIP712Domain: [
        { name: 'name', type: 'string' },
        { name: 'version', type: 'string' },
        { name: 'chainId', type: 'uint256' },
        { name: 'verifyingContract', type: 'address' },
      ],
      RecoveryKey: [
        { name: 'warning', type: 'string' },
        { name: 'owner', type: 'address' },
        { name: 'generation', type: 'uint32' },
      ],
    },
    message: { warning: WARNING, owner, generation },
  };
}

/** Whether a signature is 65 bytes of 0x-hex, as that of an ordinary account is; those of contracts are longer. */
export function isPlainSignature(signature: string): boolean {
  return SIGNATURE.test(signature);
}

/** Whether two signatures of one message make the same key. */
export function makeSameKey(first: string, second: string): boolean {
  const read = (signature: string) => signature.toLowerCase().slice(2, 2 + 2 * SECRET_BYTES);
  return isPlainSignature(first) && isPlainSignature(second) && read(first) === read(second);
}

/**
 * The age identity of a wallet's signature: HKDF-SHA256 (RFC 5869) of r ‖ s, with the wallet's address in small letters
 * as `info`.
 * @param signature 65 bytes of 0x-hex
 */
export async function walletIdentity(signature: string, owner: string): Promise<string> {
  if (!isPlainSignature(signature)) throw new Error('Not a signature of 65 bytes');
  const secret = Uint8Array.from({ length: SECRET_BYTES }, (_, at) =>
    Number.parseInt(signature.slice(2 + 2 * at, 4 + 2 * at), 16),
  );
  const text = new TextEncoder();
  const key = await crypto.subtle.importKey('raw', secret, 'HKDF', false, ['deriveBits']);
  const info = text.encode(owner.toLowerCase());
  const bits = await crypto.subtle.deriveBits(
    { name: 'HKDF', hash: 'SHA-256', salt: text.encode(SALT), info },
    key,
    256,
  );
  return identityOfSecret(new Uint8Array(bits));
}
