import { z } from 'zod';

/** `id:base64` pairs, comma-separated; the first key seals, the others only open. */
export const keyringSchema = z
  .string()
  .transform((text) =>
    text.split(',').map((entry) => {
      const [id = '', secret = ''] = entry.trim().split(':');
      return { id, key: Buffer.from(secret, 'base64') };
    }),
  )
  .refine((keys) => keys.every(({ id, key }) => /^[\w-]{1,40}$/.test(id) && key.length === 32), {
    error: 'KEYRING must be `id:base64 of 32 bytes`, comma-separated',
  })
  .refine((keys) => new Set(keys.map(({ id }) => id)).size === keys.length, {
    error: 'KEYRING contains an id twice',
  });

const address = z.string().regex(/^0x[0-9a-fA-F]{40}$/, { error: 'must be a 20-byte hex address' });
const privateKey = z.string().regex(/^0x[0-9a-fA-F]{64}$/, { error: 'must be a 32-byte hex key' });
/** Only the demo's chain charges the simulated fees. */
const DEMO_CHAIN_ID = 31_337;
/** The database holds wei in 64 bits. */
const ether = z.coerce.number().positive().max(9);
/** Less is for tests: checking a password takes tens of milliseconds. */
const LEAST_ANSWER_MS = 250;
const flag = z.stringbool().default(false);

const schema = z
  .object({
    APP_URL: z.url(),
    DATABASE_URL: z.string().startsWith('mysql://'),
    S3_ENDPOINT: z.url().optional(),
    S3_REGION: z.string().default('us-east-1'),
    S3_BUCKET: z.string().min(3),
    S3_ACCESS_KEY_ID: z.string().optional(),
    S3_SECRET_ACCESS_KEY: z.string().optional(),
    S3_FORCE_PATH_STYLE: flag,
    /** Where browsers can read the bucket, for recovery kits; not set: patients are given no address. */
    RECOVERY_BUCKET_URL: z.url().optional(),
    SMTP_URL: z.string().regex(/^smtps?:\/\//, { error: 'must start with smtp:// or smtps://' }),
    MAIL_FROM: z.string().min(3),
    /** Mails that one worker sends to the mail server at once. */
    MAILS_AT_ONCE: z.coerce.number().int().min(1).max(8).default(4),
    /** How late, at the earliest, an answer comes that must not reveal whether an address has an account. */
    MIN_ANSWER_MS: z.coerce.number().int().min(1).max(10_000).default(500),
    SESSION_SECRET: z.string().min(32),
    KEYRING: keyringSchema,
    CHAIN_ID: z.coerce.number().int().positive(),
    CHAIN_NAME: z.string().min(1),
    CHAIN_RPC_URL: z.url().optional(),
    /** An RPC address without an API key, for wallets that must add the chain. */
    CHAIN_PUBLIC_RPC_URL: z.url().optional(),
    ALCHEMY_API_KEY: z.string().optional(),
    CHAIN_CONFIRMATIONS: z.coerce.number().int().min(1).max(64).default(3),
    CHAIN_EXPLORER_URL: z.url().optional(),
    /** Blocks on a final one, its own included; not set: the chain's own `finalized` block. */
    CHAIN_FINALITY_BLOCKS: z.coerce.number().int().min(1).max(10_000).optional(),
    REGISTRY_ADDRESS: address,
    REGISTRY_DEPLOYED_BLOCK: z.coerce.number().int().min(0),
    PRICE_FEED_ADDRESS: address.optional(),
    /** Seconds after which a price of the feed is too old; Chainlink updates ETH/USD hourly. */
    PRICE_FEED_MAX_AGE: z.coerce.number().int().min(60).default(7_200),
    /** A layer-2 chain's `GasPriceOracle` (OP Stack), which knows what the data costs on Ethereum. */
    GAS_PRICE_ORACLE_ADDRESS: address.optional(),
    ISSUER_PRIVATE_KEY: privateKey,
    /** Sends and pays what patients have signed; not set: patients pay by their own wallets. */
    RELAYER_PRIVATE_KEY: privateKey.optional(),
    /** The most that one transaction may cost the clinic, in ether, for each report in it. */
    RELAYER_MAX_FEE: ether.default(0.01),
    /** The most that the clinic pays for one patient within 24 hours, in ether. */
    RELAYER_DAILY_BUDGET: ether.default(0.05),
    /** The contract that keeps the roots of the audit trail; not set: the trail is not anchored. */
    TRAIL_ANCHOR_ADDRESS: address.optional(),
    /** Sends the roots of the audit trail; its account needs a little ether. */
    TRAIL_ANCHOR_PRIVATE_KEY: privateKey.optional(),
    /** Where the fee history comes from: a chain's own record, or the demo's simulation. */
    FEE_SOURCE: z.enum(['chain', 'simulated']).default('chain'),
    /** The chain whose fees are forecast, when it is not the one that reports are anchored on. */
    FEE_RPC_URL: z.url().optional(),
    FEE_CHAIN_ID: z.coerce.number().int().positive().optional(),
    FEE_CHAIN_NAME: z.string().optional(),
    /** How often the worker looks for due jobs; its other short intervals are multiples of it. */
    WORKER_POLL_MS: z.coerce.number().int().min(50).max(60_000).default(1_000),
    DEMO_MODE: flag,
    LOG_LEVEL: z.enum(['silent', 'error', 'warn', 'info', 'debug']).default('info'),
    /** Proxies of our own, one behind the other, that append to X-Forwarded-For; see client-address.ts. */
    TRUSTED_PROXIES: z.coerce.number().int().min(0).max(10).optional(),
    /** The Bearer token that may read /metrics; while it is not set, none may. */
    METRICS_TOKEN: z.string().min(20).optional(),
    /** Where traces go, OTLP over HTTP; not set: nothing is traced. */
    OTEL_EXPORTER_OTLP_ENDPOINT: z.url().optional(),
    /** age public keys, comma-separated: who may open what `npm run backup` writes. */
    BACKUP_RECIPIENTS: z.string().optional(),
    /** The socket of ClamAV's daemon; not set: patients' own files are not scanned for viruses. */
    CLAMD_SOCKET: z.string().optional(),
    PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  })
  // Our server speaks plain http: an https address implies a proxy, whose address all callers would share.
  .refine((e) => !e.APP_URL.startsWith('https:') || e.TRUSTED_PROXIES !== undefined, {
    error: 'set the number of your own proxies in front of the app, usually 1',
    path: ['TRUSTED_PROXIES'],
  })
  .refine((e) => !e.APP_URL.startsWith('https:') || e.MIN_ANSWER_MS >= LEAST_ANSWER_MS, {
    error: `must be at least ${LEAST_ANSWER_MS}, or the time of an answer shows who has an account`,
    path: ['MIN_ANSWER_MS'],
  })
  .refine((e) => e.CHAIN_RPC_URL !== undefined || e.ALCHEMY_API_KEY !== undefined, {
    error: 'set CHAIN_RPC_URL or ALCHEMY_API_KEY',
    path: ['CHAIN_RPC_URL'],
  })
  .refine((e) => (e.CHAIN_FINALITY_BLOCKS ?? e.CHAIN_CONFIRMATIONS) >= e.CHAIN_CONFIRMATIONS, {
    error: 'must not be less than CHAIN_CONFIRMATIONS',
    path: ['CHAIN_FINALITY_BLOCKS'],
  })
  .refine(
    (e) =>
      new Set([e.FEE_RPC_URL, e.FEE_CHAIN_ID, e.FEE_CHAIN_NAME].map((v) => v === undefined))
        .size === 1,
    { error: 'set FEE_RPC_URL, FEE_CHAIN_ID and FEE_CHAIN_NAME, or none', path: ['FEE_RPC_URL'] },
  )
  .refine(
    (e) =>
      e.FEE_SOURCE === 'chain' || (e.CHAIN_ID === DEMO_CHAIN_ID && e.FEE_CHAIN_ID === undefined),
    {
      error: `only the demo's chain, ${DEMO_CHAIN_ID}, charges simulated fees`,
      path: ['FEE_SOURCE'],
    },
  )
  .refine((e) => e.RELAYER_PRIVATE_KEY?.toLowerCase() !== e.ISSUER_PRIVATE_KEY.toLowerCase(), {
    error: 'must be another key than ISSUER_PRIVATE_KEY: whoever pays must not also attest',
    path: ['RELAYER_PRIVATE_KEY'],
  })
  .refine(
    (e) => (e.TRAIL_ANCHOR_ADDRESS === undefined) === (e.TRAIL_ANCHOR_PRIVATE_KEY === undefined),
    {
      error: 'set both TRAIL_ANCHOR_ADDRESS and TRAIL_ANCHOR_PRIVATE_KEY, or neither',
      path: ['TRAIL_ANCHOR_ADDRESS'],
    },
  )
  .refine((e) => e.TRAIL_ANCHOR_PRIVATE_KEY?.toLowerCase() !== e.ISSUER_PRIVATE_KEY.toLowerCase(), {
    error: 'must be another key than ISSUER_PRIVATE_KEY: whoever anchors must not also attest',
    path: ['TRAIL_ANCHOR_PRIVATE_KEY'],
  })
  .refine((e) => e.RELAYER_DAILY_BUDGET >= e.RELAYER_MAX_FEE, {
    error: 'must not be less than RELAYER_MAX_FEE',
    path: ['RELAYER_DAILY_BUDGET'],
  })
  .refine((e) => (e.S3_ACCESS_KEY_ID === undefined) === (e.S3_SECRET_ACCESS_KEY === undefined), {
    error: 'set both S3_ACCESS_KEY_ID and S3_SECRET_ACCESS_KEY, or neither',
    path: ['S3_ACCESS_KEY_ID'],
  });

/** Everything the running system takes from its environment. */
export type Env = z.infer<typeof schema>;

const deploySchema = z.object({
  DEPLOYER_PRIVATE_KEY: privateKey.optional(),
  ISSUER_ADDRESS: address.optional(),
  RECOVERER_ADDRESS: address.optional(),
  TRAIL_OPERATOR_ADDRESS: address.optional(),
  TRAIL_ANCHOR_PRIVATE_KEY: privateKey.optional(),
  ISSUER_PRIVATE_KEY: privateKey.optional(),
  ALCHEMY_API_KEY: z.string().optional(),
  CHAIN_RPC_URL: z.url().optional(),
  ETHERSCAN_API_KEY: z.string().optional(),
  /** Another explorer that speaks Etherscan's API, version 2. */
  ETHERSCAN_API_URL: z.url().optional(),
});

type DeployEnv = z.infer<typeof deploySchema>;

const buildSchema = z.object({
  NEXT_DIST_DIR: z.string().default('.next'),
  DEMO_MODE: flag,
});

/** The names of every variable that `.env.example` must list. */
export const ENV_NAMES: readonly string[] = [
  ...new Set([
    ...Object.keys(schema.shape),
    ...Object.keys(deploySchema.shape),
    ...Object.keys(buildSchema.shape),
  ]),
];

/** An empty value in a file of variables means "not set". */
function parse<T>(of: z.ZodType<T>, source: NodeJS.Dict<string>): T {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''));
  const result = of.safeParse(given);
  if (result.success) return result.data;
  const faults = result.error.issues.map(({ path, message, code }) => {
    const name = String(path[0]);
    return `  - ${name}: ${name in given || code === 'custom' ? message : 'is not set'}`;
  });
  throw new Error(`The environment is invalid (see .env.example):\n${faults.join('\n')}`);
}

let parsed: Env | undefined;

/**
 * The environment, read and checked once, at first use rather than at import: a build has none. Writes nothing.
 * @throws Error naming every missing or malformed variable.
 */
export function env(): Env {
  if (parsed === undefined) {
    parsed = parse(schema, process.env);
  }
  return parsed;
}

/** Checks an environment without taking it into use, e.g. for `.env.example` in a test. */
export function parseEnv(source: NodeJS.Dict<string>): Env {
  return parse(schema, source);
}

/**
 * What only `npm run contracts:deploy` needs.
 * @param stored what a keystore holds; the environment wins.
 */
export function deployEnv(stored: Readonly<Record<string, string>> = {}): DeployEnv {
  const given = Object.entries(process.env).filter(([, value]) => value !== '');
  return parse(deploySchema, { ...stored, ...Object.fromEntries(given) });
}

/** What `next build` needs: it runs without the rest. */
export function buildEnv(): z.infer<typeof buildSchema> {
  return parse(buildSchema, process.env);
}
