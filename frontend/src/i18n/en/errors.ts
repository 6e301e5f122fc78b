import { formatSeconds } from '../format';

/** Texts of failures. */
export const errors = {
  requestId: 'Request id',
  copy: 'Copy request id',
  copied: 'Copied',
  retry: 'Try again',
  home: 'Go to the start page',
  offlineBanner: 'You are offline. What you see may be old; changes have to wait.',
  notRefreshed: 'What is shown could not be brought up to date',
  status: (status: number) => `Error ${status}`,
  waiting: (seconds: number) => `Try again in ${formatSeconds(seconds)}`,
  offline: 'No connection',
  offlineText: 'The server did not answer. Check your connection, then try again.',
  unavailable: 'The service is not available',
  unavailableText: 'A part of the service is down or restarting. Try again in a moment.',
  notFound: 'Not found',
  notFoundText: 'Nothing is at this address. It may have been deleted, or it belongs to another account.',
  forbidden: 'Not allowed',
  forbiddenText: 'Your account may not do this.',
  tooMany: 'Too many requests',
  tooManyFor: (seconds: number) =>
    `You sent more requests than are allowed in a minute. Try again in ${formatSeconds(seconds)}.`,
  tooManyText: 'You sent more requests than are allowed in a minute. Wait, then try again.',
  goesOnIn: (seconds: number) =>
    `Too many requests in a minute. This page goes on by itself in ${formatSeconds(seconds)}.`,
  goesOn: 'Too many requests in a minute. This page goes on by itself soon.',
  signedOut: 'You are signed out',
  signedOutText: 'Sign in to go on.',
  tooLarge: 'Too large',
  unexpected: 'Something went wrong',
  unexpectedText: 'The server could not answer this request. Try again; if it stays, report the request id.',
  loading: 'Loading',
} as const;
