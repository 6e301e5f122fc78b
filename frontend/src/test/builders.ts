import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type {
  Issue,
  Overview,
  Project,
  RepositoryAccess,
  ReviewListItem,
  ReviewStatus,
  SourceFile,
  User,
} from '@/types/review';

export const jobId = '0199f3a2-7c41-7d30-9b6e-2f4c8a1d5e07';

const contract = join(import.meta.dirname, '../../../functions/testkit/src/main/resources/contract');

/** The text of a wire sample that server and client share. */
export function sample(name: string): string {
  return readFileSync(join(contract, `${name}.json`), 'utf8');
}

export function anIssue(change: Partial<Issue> = {}): Issue {
  return {
    id: 'issue-1',
    severity: 'high',
    category: 'security',
    file_path: 'app/db.py',
    line: 7,
    end_line: 7,
    column: 12,
    end_column: 76,
    message: 'Make sure using a dynamically formatted SQL query is safe here.',
    suggestion: 'Pass the value as a bound parameter.',
    fix: null,
    rule_id: 'python:S2077',
    cwe: ['CWE-89'],
    confidence: 0.9,
    sources: ['sonar'],
    fingerprint: 'f',
    shelf: 'tool_confirmed',
    quote: 'execute(...)',
    related: [],
    triage: {
      state: 'open',
      reason: null,
      comment: null,
      author_id: null,
      decided_at: null,
      expires_at: null,
    },
    change: null,
    ...change,
  };
}

export function aStatus(change: Partial<ReviewStatus> = {}): ReviewStatus {
  return {
    job_id: jobId,
    status: 'running',
    workflow: 'quick_code_review',
    progress: 25,
    step: 'analyzing',
    created_at: '2026-01-15T09:30:00Z',
    started_at: '2026-01-15T09:30:01Z',
    completed_at: null,
    error: null,
    ...change,
  };
}

export function aHistoryItem(change: Partial<ReviewListItem> = {}): ReviewListItem {
  return {
    job_id: jobId,
    workflow: 'quick_code_review',
    status: 'completed',
    language: 'python',
    file_path: 'app/db.py',
    file_count: 1,
    project_id: null,
    issue_counts: { critical: 1, high: 2, medium: 0, low: 0, info: 0 },
    metrics: { code_quality: 6, security_score: 3, performance_score: 10, maintainability_score: 9 },
    gate: 'failed',
    cost_usd: 0,
    created_at: '2026-01-15T09:30:00Z',
    started_at: '2026-01-15T09:30:01Z',
    completed_at: '2026-01-15T09:30:04.5Z',
    ...change,
  };
}

export const projectId = '0199f3a2-1111-7000-8000-000000000001';

export function aProject(change: Partial<Project> = {}): Project {
  return {
    id: projectId,
    name: 'Web shop',
    description: 'What customers see',
    repository_url: 'https://example.com/shop',
    language: 'python',
    quality_gate: {
      conditions: [
        { metric: 'critical_issues', operator: '<=', threshold: 0 },
        { metric: 'security_score', operator: '>=', threshold: 7 },
      ],
      is_default: true,
    },
    ignore_globs: [],
    last_review: {
      job_id: jobId,
      status: 'completed',
      gate: 'failed',
      issue_counts: { critical: 1, high: 2, medium: 0, low: 0, info: 0 },
      created_at: '2026-01-15T09:30:00Z',
      completed_at: '2026-01-15T09:30:04.5Z',
    },
    created_at: '2026-01-01T00:00:00Z',
    updated_at: '2026-01-01T00:00:00Z',
    ...change,
  };
}

/** Two days: nothing on the first, everything on the second. */
export function anOverview(change: Partial<Overview> = {}): Overview {
  const none = {
    submitted: 0,
    completed: 0,
    failed: 0,
    cancelled: 0,
    issues: 0,
    issue_counts: { critical: 0, high: 0, medium: 0, low: 0, info: 0 },
    fixed: 0,
    dismissed: 0,
    gate: { passed: 0, failed: 0, incomplete: 0, pass_rate: null },
    mean_duration_seconds: null,
    cost_usd: 0,
  };
  const total = {
    ...none,
    submitted: 13,
    completed: 12,
    failed: 1,
    issues: 20,
    issue_counts: { critical: 1, high: 4, medium: 10, low: 5, info: 0 },
    gate: { passed: 9, failed: 3, incomplete: 0, pass_rate: 0.75 },
    mean_duration_seconds: 3.5,
  };
  return {
    from: '2026-01-01',
    to: '2026-01-02',
    time_zone: 'UTC',
    interval: 'daily',
    previous_from: '2025-12-30',
    previous_to: '2025-12-31',
    total,
    previous: {
      ...none,
      completed: 8,
      issues: 20,
      gate: { passed: 4, failed: 1, incomplete: 0, pass_rate: 0.8 },
    },
    buckets: [
      { from: '2026-01-01', to: '2026-01-01', ...none },
      { from: '2026-01-02', to: '2026-01-02', ...total },
    ],
    top_rules: [
      {
        name: 'python:S2077',
        title: 'Formatting SQL queries is security-sensitive',
        reviews: 4,
        findings: 6,
        dismissed: 3,
        dismissed_share: 0.5,
      },
    ],
    top_cwes: [],
    languages: [],
    ...change,
  };
}

export function aUser(change: Partial<User> = {}): User {
  return {
    id: '0199f3a2-0000-7000-8000-000000000001',
    email: 'ada@example.com',
    username: 'ada',
    full_name: 'Ada Lovelace',
    avatar_url: null,
    role: 'user',
    email_verified: false,
    created_at: '2026-01-01T00:00:00Z',
    ...change,
  };
}

/** The code that the sample results speak of. */
export const sampleFile: SourceFile = {
  path: 'app/db.py',
  language: 'python',
  content: `import sqlite3

password = "********"


def find(connection, name):
    return connection.execute("SELECT * FROM users WHERE name = '" + name + "'")

`,
};

/** No access of one's own to repositories, unless told otherwise. */
export function aRepositoryAccess(change: Partial<RepositoryAccess> = {}): RepositoryAccess {
  return {
    granted: false,
    granted_at: null,
    last_used_at: null,
    expires_at: null,
    refused_at: null,
    ...change,
  };
}
