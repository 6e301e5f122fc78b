import { formatSeconds } from '../format';

/** Ways into an account beside email and password, and what comes by mail. */
export const providers = {
  label: 'Other ways to sign in',
  or: 'or',
  continueWith: (provider: string) => `Continue with ${provider}`,
  leaving: (provider: string) => `Going to ${provider}`,
  startFailed: (provider: string) => `${provider} could not be opened`,
  notLoaded: 'Other ways to sign in could not be loaded.',
  retry: 'Try again',

  title: (provider: string) => `Sign in with ${provider}`,
  completing: (provider: string) => `Checking what ${provider} says`,
  denied: {
    title: 'You were not signed in',
    text: (provider: string) =>
      `${provider} was not allowed to tell who you are. Try again, or use your password.`,
  },
  incomplete: {
    title: 'Something is missing',
    text: (provider: string) =>
      `${provider} sends people to this page after they sign in there. Start again.`,
  },
  stale: {
    title: 'This sign-in is over',
    text: 'It was started in another browser, was used already, or took longer than 10 minutes. Start again.',
  },
  unverified: { title: 'You were not signed in' },
  conflict: { title: 'This account needs a look first', choosePassword: 'Choose a new password' },
  failed: {
    title: 'Signing in did not work',
    text: (provider: string) =>
      `${provider} or this service does not answer at the moment. Try again shortly.`,
  },
  linkTitle: (provider: string) => `Link ${provider}`,
  notLinked: 'Nothing was linked',
  toSettings: 'Back to the settings',
  again: 'Start again',
  toSignIn: 'Back to sign in',
};

export const mailed = {
  tooMany: (seconds: number) =>
    `Too many mails were asked for. Look for an earlier one, or try again in ${formatSeconds(seconds)}.`,
  verify: {
    title: 'Confirm your mail address',
    text: 'Confirm only if you made this account yourself.',
    confirm: 'Confirm address',
    confirming: 'Confirming',
    failed: 'The address was not confirmed',
    done: 'Your address is confirmed',
    doneText: 'We can now reach you, and you can sign in with Google or GitHub under the same address.',
    goOn: 'Go on',
    noToken: 'Open the link from the mail: it carries what proves that you got it.',
    used: 'This link no longer works',
    usedText: 'It was used already, is older than 24 hours, or a newer mail replaced it.',
  },
  resend: {
    label: 'Confirm your address',
    text: (email: string) => `Confirm your address: we sent a link to ${email}.`,
    send: 'Send it again',
    sending: 'Sending',
    sent: (email: string) => `Another mail is on its way to ${email}.`,
    failed: 'No mail was sent',
    title: 'Get another mail',
    answer: 'If an account waits for this address to be confirmed, a mail is on its way.',
  },
  forgot: {
    link: 'Forgot password?',
    title: 'Choose a new password',
    text: 'Enter the address of your account. You get a mail with a link that works for an hour.',
    send: 'Send mail',
    sending: 'Sending',
    failed: 'No mail was sent',
    sent: 'Look into your mails',
    sentText: (email: string) =>
      `If ${email} has an account, a mail with a link is on its way. It can take a minute.`,
    other: 'Use another address',
  },
  reset: {
    title: 'Choose a new password',
    password: 'New password',
    save: 'Save password',
    saving: 'Saving',
    failed: 'The password was not changed',
    done: 'Your password is changed',
    doneText: 'Every session of the account was ended. Sign in with the new password.',
    used: 'This link no longer works',
    usedText: 'It was used already, is older than an hour, or a newer mail replaced it.',
    another: 'Get another mail',
  },
};
