import { serve } from '../runtime/serve'
import { scanMember } from '../screens/scan-member'
import { showToday } from '../screens/show-today'
import { appointStaff } from './appoint-staff'
import { endStaff } from './end-staff'
import { listStaff } from './list-staff'
import { setUpShop } from './set-up-shop'
import { showMe } from './show-me'

export const main = serve('staff', {
  me: showMe,
  scan: scanMember,
  appoint: appointStaff,
  list: listStaff,
  today: showToday,
  end: endStaff,
  setUp: setUpShop,
})
