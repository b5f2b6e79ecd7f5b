import { measureStart } from './cloud-opening'
import { report } from './figures'
import { measureMillion } from './million-documents'
import { measureSdkRate } from './sdk-rate'

/** How fast the local cloud is, as ratios inside one run. */
async function main(): Promise<boolean> {
  return report('local-cloud', [
    ...(await measureSdkRate()),
    ...measureMillion(),
    ...(await measureStart()),
  ])
}

main().then((holds) => process.exit(holds ? 0 : 1))
