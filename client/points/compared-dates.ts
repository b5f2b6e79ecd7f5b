const DAY_MS = 86_400_000

/** The date before one that the server told. */
export function dayBefore(on: string): string {
  return new Date(Date.parse(on) - DAY_MS).toISOString().slice(0, 10)
}
