/** How long a piece of work may go on, by the monotonic clock: who wants the rest asks again. */
export function workingTime(ms: number): () => boolean {
  const started = performance.now()
  return () => performance.now() - started < ms
}

/** Milliseconds since now, by the same clock. */
export function stopwatch(): () => number {
  const started = performance.now()
  return () => Math.round(performance.now() - started)
}
