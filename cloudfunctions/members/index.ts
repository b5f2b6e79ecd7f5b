import { serve } from '../runtime/serve'
import { showHome } from './home'
import { joinMember } from './join-member'
import { showCode } from './show-code'
import { updateProfile } from './update-profile'

export const main = serve('members', {
  join: joinMember,
  home: showHome,
  code: showCode,
  updateProfile,
})
