import { z } from 'zod';
import { m } from '@/i18n/messages';

const { invalid } = m.auth;
const utf8 = new TextEncoder();

/** The contract's rules for a new password; the server checks them again, and the list of breached passwords. */
export const newPassword = z
  .string()
  .min(8, invalid.passwordShort)
  .refine((password) => utf8.encode(password).length <= 72, invalid.passwordLong)
  .regex(/\p{Lu}/u, invalid.passwordUpper)
  .regex(/\p{Ll}/u, invalid.passwordLower)
  .regex(/\d/, invalid.passwordDigit);
