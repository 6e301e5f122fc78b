import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { forgotPassword, resendVerification, resetPassword, verifyEmail } from '@/services/api';
import { tokenIn } from '@/services/mailedToken';

/** The token of the link that led here. It is taken out of the address, so that it is in no history and on no screen. */
export function useMailedToken(): string | null {
  const { hash, pathname } = useLocation();
  const navigate = useNavigate();
  const [token] = useState(() => tokenIn(hash));
  useEffect(() => {
    if (hash) void navigate(pathname, { replace: true });
  }, [hash, pathname, navigate]);
  return token;
}

/** Confirms the address that the token was mailed to. */
export function useVerifyEmail() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (token: string) => {
      await verifyEmail({ body: { token } });
    },
    onSuccess: () => queries.invalidateQueries({ queryKey: ['profile'] }),
  });
}

/** Asks for another verification mail. */
export function useResendVerification() {
  return useMutation({
    mutationFn: async (email: string) => {
      await resendVerification({ body: { email } });
    },
  });
}

/** Asks for a mail by which a new password can be chosen. */
export function useForgotPassword() {
  return useMutation({
    mutationFn: async (email: string) => {
      await forgotPassword({ body: { email } });
    },
  });
}

/** Chooses a new password with a mailed token. */
export function useResetPassword() {
  return useMutation({
    mutationFn: async (body: { token: string; password: string }) => {
      await resetPassword({ body });
    },
  });
}
