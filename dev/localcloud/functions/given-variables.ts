import { lastingSecret, type Store } from '../engine/store'

/** What on the platform somebody types into the console: every function's environment. */
export interface GivenVariables {
  readonly variables?: Readonly<Record<string, string>>
  /** Names of variables that hold a random text, the same for as long as the data folder lives. */
  readonly secrets?: readonly string[]
}

/** The variables with the secrets among them, which are made when they are not there yet. */
export async function variablesOf(
  { variables = {}, secrets = [] }: GivenVariables,
  store: Store,
): Promise<Record<string, string>> {
  const given = { ...variables }
  for (const name of secrets) given[name] = await lastingSecret(store, `secret:${name}`)
  return given
}
