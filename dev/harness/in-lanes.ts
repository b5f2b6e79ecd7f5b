/**
 * Does all works, so many at once: each lane takes the next one that nobody took. A work that fails
 * has told so itself; it ends neither its lane nor the others.
 */
export async function inLanes(
  laneCount: number,
  works: readonly (() => Promise<void>)[],
): Promise<void> {
  const waiting = [...works]
  const lane = async (): Promise<void> => {
    for (let work = waiting.shift(); work !== undefined; work = waiting.shift()) {
      await work().catch(() => {})
    }
  }
  await Promise.all(Array.from({ length: laneCount }, lane))
}

/** A promise whose outcome somebody else tells; nobody has to listen to a failure. */
export interface Told<Value> {
  readonly outcome: Promise<Value>
  tell(value: Promise<Value>): Promise<void>
}

export function toBeTold<Value>(): Told<Value> {
  let settle: (value: Promise<Value>) => void = () => {}
  const outcome = new Promise<Value>((resolve) => {
    settle = resolve
  })
  outcome.catch(() => {})
  return {
    outcome,
    async tell(value) {
      settle(value)
      await outcome.catch(() => {})
    },
  }
}

/** The outcome of a work, or a failure that names it when it takes longer. */
export async function within<Value>(
  ms: number,
  { name, work }: { name: string; work: Promise<Value> },
): Promise<Value> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`${name} took longer than ${ms} ms`)), ms)
  })
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}
