import { counted, formatSeconds } from './format';
import { administration } from './en/administration';
import { mailed, providers } from './en/account';
import { aside, cap, code, examples, submit } from './en/submit';
import {
  chart,
  commands,
  connection,
  dates,
  facets,
  markdown,
  nav,
  paging,
  theme,
  toast,
  update,
} from './en/frame';
import { compare } from './en/compare';
import { dashboard } from './en/dashboard';
import { ended, retry, running } from './en/running';
import { errors } from './en/errors';
import { history } from './en/history';
import { projects } from './en/projects';
import { results } from './en/results';
import { rules } from './en/rules';
import { runs } from './en/runs';
import { settings } from './en/settings';
import { workflows } from './en/workflows';

/** Every text of the product. Sentence case; short, concrete words; an error says what happened and what to do. */
export const en = {
  product: 'Development Assistant',

  nav,

  theme,

  connection,

  toast,

  cap,

  update,

  paging,

  dates,

  facets,

  markdown,

  commands,

  chart,

  home: {
    title: 'Code review you can check',
    lead: 'Paste code, upload a project or send it from a pipeline. Analysers, and AI agents once you connect a model, say what is wrong, on which line, why it matters and how to fix it; a receipt says what nobody looked at.',
    start: 'Review code',
    signIn: 'Sign in',
    register: 'Create an account',
    dashboard: 'Open the dashboard',
    example: {
      label: 'Example of a finished review',
      origin:
        'A real review of this code by this product, without a language model. Choose a finding, or a mark beside the code.',
    },
    pointsLabel: 'What a review gives you',
    points: [
      {
        title: 'Findings with evidence',
        text: 'Each one names its line, its rule and the weakness behind it (CWE), who reported it, and how sure that is.',
      },
      {
        title: 'A verdict with conditions',
        text: 'Passed, failed or incomplete, and by which numbers. Incomplete never counts as passed.',
      },
      {
        title: 'A receipt',
        text: 'Every file: reviewed, partly reviewed or skipped, and why. Secrets are masked and counted.',
      },
    ],
    exampleTitle: 'Try it yourself',
    exampleText: 'Short programs with planted mistakes. They open in the editor; change them as you like.',
  },

  auth: {
    signInTitle: 'Sign in',
    registerTitle: 'Create an account',
    email: 'Email',
    username: 'Username',
    fullName: 'Full name',
    optional: 'Optional',
    password: 'Password',
    passwordHint: 'At least 8 characters with an upper-case letter, a lower-case letter and a digit',
    showPassword: 'Show password',
    hidePassword: 'Hide password',
    signIn: 'Sign in',
    signingIn: 'Signing in',
    register: 'Create account',
    registering: 'Creating account',
    registerFailed: 'The account was not created',
    createdOnly: 'The account was created, but signing in failed',
    noAccount: 'No account yet?',
    haveAccount: 'Already have an account?',
    expired: 'Your session has ended. Sign in to go on; what you typed is still there.',
    refused: 'Email or password is not right.',
    tooMany: (seconds: number) => `Too many attempts. Try again in ${formatSeconds(seconds)}.`,
    tooManyLater: 'Too many attempts. Try again later.',
    invalid: {
      email: 'Enter an email address, such as name@example.com',
      username: 'Use 3 to 50 letters, digits, dots, hyphens or underscores',
      passwordMissing: 'Enter your password',
      passwordShort: 'Use at least 8 characters',
      passwordLong: 'Use at most 72 characters',
      passwordUpper: 'Add an upper-case letter',
      passwordLower: 'Add a lower-case letter',
      passwordDigit: 'Add a digit',
      fullName: 'Use at most 100 characters',
    },
    providers,
    mailed,
  },

  severity: {
    critical: 'Critical',
    high: 'High',
    medium: 'Medium',
    low: 'Low',
    info: 'Info',
  },

  status: {
    queued: 'Queued',
    running: 'Running',
    awaiting_approval: 'Waiting for approval',
    completed: 'Completed',
    failed: 'Failed',
    cancelled: 'Cancelled',
  },

  workflow: {
    quick_code_review: 'Quick code review',
    code_analysis: 'Code analysis',
    security_audit: 'Security audit',
    documentation_generation: 'Documentation',
    quick_documentation: 'Quick documentation',
    deployment: 'Deployment plan',
    research: 'Research',
    comprehensive_feature_review: 'Comprehensive feature review',
  } as Readonly<Record<string, string>>,

  focus: {
    label: 'Focus',
    all: 'Everything',
    some: (count: number) => counted(count, 'area', 'areas'),
    hint: 'Nothing chosen means everything.',
    areas: {
      security: { label: 'Security', text: 'Injection, secrets, weak cryptography, unsafe input' },
      bugs: { label: 'Bugs', text: 'Wrong conditions, unhandled errors, misused calls' },
      performance: { label: 'Performance', text: 'Needless work, slow patterns, resources held too long' },
      maintainability: { label: 'Maintainability', text: 'Complexity, duplication, unclear or dead code' },
      documentation: { label: 'Documentation', text: 'Missing or misleading comments and descriptions' },
    },
  },

  submit,

  aside,

  examples,

  code,

  running,

  ended,
  retry,

  results,

  compare,

  dashboard,

  projects,

  settings,

  history,

  workflows,

  administration,

  rules,

  runs,

  errors,
} as const;
