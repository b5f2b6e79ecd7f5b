import type { LocalCloudOptions } from './localcloud/cloud-options'
import type { GivenVariables } from './localcloud/functions/given-variables'

/** On this machine nobody has to keep them: hashes, a till system's signature, sealed data. */
export const phoneSecret = 'the-phones-of-this-machine'
export const tillSecret = 'the-till-of-this-machine'
/** What is sealed on this machine is nobody's secret; the second key is one that was replaced. */
export const dataKeys = `here:${'5ea1'.repeat(16)},before:${'01d0'.repeat(16)}`

/** What our functions find in their environment; docs/deploy.md says what it is in the cloud. */
export const shopVariables: Required<GivenVariables> = {
  variables: {
    HUILIN_PHONE_SECRET: phoneSecret,
    HUILIN_TILL_SECRET: tillSecret,
    HUILIN_DATA_KEYS: dataKeys,
    // The local cloud's WeChat knows every merchant.
    HUILIN_SUB_MCH_ID: '1900000109',
  },
  secrets: ['HUILIN_CODE_SECRET'],
}

/** What else is set in the console, and has to be for a shop to work. */
export const shopConsole = {
  /** Everybody sees pictures of lists, and whoever took one puts it there. */
  storageRules: 'READONLY',
  /** Which function hears of what WeChat pushes. */
  pushes: { wxa_media_check: 'lists' },
} as const satisfies Pick<LocalCloudOptions, 'storageRules' | 'pushes'>
