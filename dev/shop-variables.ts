import type { GivenVariables } from './localcloud/functions/given-variables'

/** On this machine nobody has to keep them: a phone's hash, and a till system's signature. */
const phoneSecret = 'the-phones-of-this-machine'
export const tillSecret = 'the-till-of-this-machine'

/** What our functions find in their environment; docs/deploy.md says what it is in the cloud. */
export const shopVariables: Required<GivenVariables> = {
  variables: { HUILIN_PHONE_SECRET: phoneSecret, HUILIN_TILL_SECRET: tillSecret },
  secrets: ['HUILIN_CODE_SECRET'],
}
