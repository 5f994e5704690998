/** Wrong codes that one grant bears in its whole life: with 10⁸ codes, a chance of 1 in 10 million. */
export const MAX_FAILED_CODES = 10;

/** Digits of a code: 26.6 bits (OWASP ASVS 5.0, 6.5.4 asks for at least 20). */
export const CODE_DIGITS = 8;

/** A code's life (OWASP ASVS 5.0, 6.5.5: at most 10 minutes). */
export const CODE_MS = 10 * 60_000;

/** Pause between two codes for one grant. */
export const CODE_PAUSE_MS = 60_000;

/** How long a code opens the viewer. */
export const GUEST_SESSION_MS = 15 * 60_000;
