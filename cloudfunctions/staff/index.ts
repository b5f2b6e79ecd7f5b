import { serve } from '../runtime/serve'
import { appointStaff } from './appoint-staff'
import { scanMember } from './scan-member'
import { setUpShop } from './set-up-shop'
import { showMe } from './show-me'

export const main = serve('staff', {
  me: showMe,
  scan: scanMember,
  appoint: appointStaff,
  setUp: setUpShop,
})
