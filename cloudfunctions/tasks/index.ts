import { serve } from '../runtime/serve'
import { claimTask } from './claim-task'
import { listTasks } from './list-tasks'

export const main = serve('tasks', { list: listTasks, claim: claimTask })
