/** The product's sign: lines of text, one of them marked. */
export function Logo({ className }: { className?: string }) {
  return (
    <svg viewBox="0 0 32 32" className={className} aria-hidden>
      <rect width="32" height="32" rx="7" fill="#3b5bdb" />
      <path d="M8 11h10M8 16h16M8 21h7" stroke="#fff" strokeWidth="2.6" strokeLinecap="round" />
      <circle cx="22.5" cy="21" r="3" fill="#ffd43b" />
    </svg>
  );
}
