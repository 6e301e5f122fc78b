import { z } from 'zod';
import { m } from '@/i18n/messages';
import { newPassword } from '@/utils/password';

const { invalid } = m.auth;

/** What can be told before asking; whether the account exists is the server's business. */
export const loginSchema = z.object({
  email: z.string().trim().min(1, invalid.email),
  password: z.string().min(1, invalid.passwordMissing),
});

/** The contract's rules for a new account; the server checks them again, and the list of breached passwords. */
export const registrationSchema = z.object({
  email: z.email(invalid.email).max(255, invalid.email),
  username: z.string().regex(/^[A-Za-z0-9._-]{3,50}$/, invalid.username),
  fullName: z.string().max(100, invalid.fullName),
  password: newPassword,
});

export const emailSchema = z.object({ email: z.email(invalid.email).max(255, invalid.email) });

export const newPasswordSchema = z.object({ password: newPassword });

export type EmailValues = z.infer<typeof emailSchema>;
export type NewPasswordValues = z.infer<typeof newPasswordSchema>;
export type LoginValues = z.infer<typeof loginSchema>;
export type RegistrationValues = z.infer<typeof registrationSchema>;
