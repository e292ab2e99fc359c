/** "Katrin Seidel" → "Se". */
export function initialsOf(name: string): string {
  const last = name.trim().split(/\s+/).at(-1) ?? '';
  return last.slice(0, 2);
}
