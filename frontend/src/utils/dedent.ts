/** Lines of code without the indentation that all of them share. */
export function dedent(code: string): string {
  const lines = code.split('\n');
  const depths = lines.filter((line) => line.trim() !== '').map((line) => line.search(/\S/));
  const shared = depths.length > 0 ? Math.min(...depths) : 0;
  return lines.map((line) => line.slice(shared)).join('\n');
}
