/** A place in submitted text that looks like a credential. The value itself is never kept. */
export interface PossibleSecret {
  /** From 1. */
  readonly line: number;
}

/** Formats that issuers document, and assignments whose name says what they hold. */
const patterns: readonly RegExp[] = [
  /\b(AKIA|ASIA)[A-Z0-9]{16}\b/,
  /-----BEGIN [A-Z ]*PRIVATE KEY-----/,
  /\bgh[pousr]_[A-Za-z0-9]{36,}\b/,
  /\bgithub_pat_\w{22,}\b/,
  /\bglpat-[\w-]{20,}\b/,
  /\bxox[abprs]-[A-Za-z0-9-]{10,}\b/,
  /\bsk-[A-Za-z0-9_-]{20,}\b/,
  /\bAIza[\w-]{35}\b/,
  /\beyJ[\w-]{10,}\.eyJ[\w-]{10,}\.[\w-]{10,}\b/,
  /\b\w*(passw(or)?d|passwd|secret|api_?key|access_?token|auth_?token)\w*["']?\s*[:=]\s*["'][^"'\s]{4,}["']/i,
  /:\/\/[^\s:/@]+:[^\s:/@]{3,}@/,
];

const longestLine = 2_000;

/** Warns before code leaves the browser. A hint: finding nothing proves nothing, and the server looks again. */
export function findSecrets(text: string): PossibleSecret[] {
  return text.split('\n').flatMap((content, index) => {
    const inspected = content.slice(0, longestLine);
    return patterns.some((pattern) => pattern.test(inspected)) ? [{ line: index + 1 }] : [];
  });
}
