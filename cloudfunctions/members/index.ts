import { serve } from '../runtime/serve'
import { showCode } from '../screens/show-code'
import { showHome } from '../screens/show-home'
import { joinMember } from './join-member'
import { updateProfile } from './update-profile'

export const main = serve('members', {
  join: joinMember,
  home: showHome,
  code: showCode,
  updateProfile,
})
