import type { Store } from './store'

/** A store that keeps no documents: for tests and models, whose data end with the process. */
export function createMemoryStore(): Store {
  const facts = new Map<string, string>()
  return {
    load: () => {},
    commit: async () => {},
    readFact: (name) => facts.get(name),
    writeFact: async (name, value) => {
      facts.set(name, value)
    },
    clear: async () => facts.clear(),
    close: async () => {},
  }
}
