import type { Context, Hono } from 'hono'
import type { Faults } from './faults'
import type { FaultState, OperatorError } from './operator-api'

export interface LaboratoryParts {
  readonly faults: Faults
}

/** The operator's view into the cloud: what it did, what it cost, and what shall go wrong. */
export function mountLaboratory(app: Hono, { faults }: LaboratoryParts): void {
  app.get('/lab/faults', (context) => context.json<FaultState>(faults.state()))
  app.put('/lab/faults', (context) => setFaults(faults, context))
}

async function setFaults(faults: Faults, context: Context): Promise<Response> {
  try {
    faults.set(await context.req.json())
    return context.json<FaultState>(faults.state())
  } catch (fault) {
    const error = fault instanceof Error ? fault.message : String(fault)
    return context.json<OperatorError>({ error }, 400)
  }
}
