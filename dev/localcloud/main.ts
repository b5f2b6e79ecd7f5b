/** `local-cloud --functions DIR`: the cloud for whatever functions it is shown. */
import { runCommand } from './command'

runCommand()
