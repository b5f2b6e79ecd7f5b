/** `npm run cloud`: the local cloud with our own shop, or with the functions that it is shown. */
import { join } from 'node:path'
import { collections } from '../cloudfunctions/runtime/collections'
import { runCommand } from './localcloud/command'
import { shopConsole, shopVariables } from './shop-variables'

runCommand({
  functionsDir: join(__dirname, '../dist/cloudfunctions'),
  declarations: collections,
  ...shopConsole,
  ...shopVariables,
  // Loaded only when asked for: a stranger's functions need nothing of our shop.
  seeds: {
    demo: async (cloud) => (await import('./seed/demo')).seedDemo(cloud),
    empty: async (cloud) => {
      const { seedEmpty } = await import('./seed/empty')
      console.log(`set-up code ${await seedEmpty(cloud)}`)
    },
  },
})
