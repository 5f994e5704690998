/** NIST SP 800-63B-4 asks for 15 where a password is the only factor and 8 else; we ask for 12 of good ones. */
export const PASSWORD_MIN = 12;
export const PASSWORD_MAX = 128;
