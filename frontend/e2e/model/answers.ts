import type { Rule } from './model';

/** In what an agent is told first. */
export const speaks = (agent: string): string => `You are ${agent}`;
/** In what a manager is told when somebody is to speak next. */
export const choosing = 'Name who speaks next';

const finding = {
  file_path: 'shop/pay.py',
  quote: 'account.charge(amount)',
  severity: 'high',
  category: 'bug',
  message: 'Charges once for each try, not once.',
  suggestion: 'Stop after the first charge that succeeds.',
  replacement: null,
  cwe: [],
  confidence: 0.9,
  evidence_ids: [],
};

const review = (message: string, ...findings: readonly object[]) => ({
  message,
  done: true,
  dismissed_evidence: [],
  findings,
});

/** Three reviews of a payment in a loop, two of which differ about how bad it is, and what they come to. */
export function disputedReviewOf(marker: string): readonly Rule[] {
  return [
    {
      when: [marker, 'Somebody made a claim'],
      answers: [{ say: { message: 'Line 3 is in the loop.', verdict: 'confirmed', done: true } }],
    },
    {
      when: [marker, speaks('code_analyzer')],
      answers: [{ say: review('The loop charges again.', finding) }],
    },
    {
      when: [marker, speaks('security_auditor')],
      answers: [
        {
          say: review('Nobody gets in by it.', {
            ...finding,
            severity: 'low',
            confidence: 0.4,
            message: 'It costs money, and lets nobody in.',
          }),
        },
      ],
    },
    { when: [marker, speaks('documentation_agent')], answers: [{ say: review('It explains itself.') }] },
    {
      when: [marker, speaks('project_manager')],
      answers: [{ say: { message: 'Mend the loop first.', decision: 'NEEDS_WORK', done: true } }],
    },
  ];
}

/** Three reviews, one of which cannot be read the first time, nor when it is asked to mend that. */
export function halfFailedReviewOf(marker: string): readonly Rule[] {
  return [
    {
      when: [marker, speaks('security_auditor')],
      answers: [{ say: 'No idea.' }, { say: 'Still none.' }, { say: review('Nobody gets in by it.') }],
    },
    { when: [marker, speaks('code_analyzer')], answers: [{ say: review('It charges once.') }] },
    { when: [marker, speaks('documentation_agent')], answers: [{ say: review('It explains itself.') }] },
    {
      when: [marker, speaks('project_manager')],
      answers: [{ say: { message: 'Good.', decision: 'APPROVE', done: true } }],
    },
  ];
}

/** What the planner and the manager say about a deployment to an environment. */
export function planFor(environment: string): readonly Rule[] {
  return [
    {
      when: [environment, speaks('deployment_agent')],
      answers: [
        {
          say: {
            message: 'Planned.',
            done: true,
            summary: 'Roll out.',
            steps: [
              {
                title: 'Build',
                detail: 'Build the image.',
                based_on: ['Dockerfile:1'],
                rollback: 'Delete the image.',
              },
            ],
            checklist: [{ item: 'Port 8080 is reachable.', based_on: ['Dockerfile:2'] }],
            risks: ['It runs as root.'],
          },
        },
      ],
    },
    {
      when: [environment, speaks('project_manager')],
      answers: [{ say: { message: 'Complete.', done: true } }],
    },
  ];
}

/** A writer, a manager and a reader who find nothing wrong, turn by turn. */
export function documentationOf(marker: string): readonly Rule[] {
  return [
    {
      when: [marker, choosing],
      answers: [
        { say: { message: 'Let it be checked.', next: 'code_analyzer', done: false } },
        { say: { message: 'All is said.', next: 'documentation_agent', done: true } },
      ],
    },
    {
      when: [marker, speaks('documentation_agent')],
      answers: [
        {
          say: {
            message: 'Here it is.',
            done: false,
            title: 'Sums',
            markdown: `\`${marker}\` adds two numbers.`,
          },
        },
      ],
    },
    { when: [marker, speaks('code_analyzer')], answers: [{ say: { message: 'It holds.', done: true } }] },
  ];
}
