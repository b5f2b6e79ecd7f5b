import { serve } from '../runtime/serve'
import { showCode } from '../screens/show-code'
import { showHome } from '../screens/show-home'
import { joinMember } from './join-member'
import { keepPrivate } from './keep-private'
import { revealPrivate } from './reveal-private'
import { updateProfile } from './update-profile'

export const main = serve(
  'members',
  { join: joinMember, home: showHome, code: showCode, updateProfile, reveal: revealPrivate },
  keepPrivate,
)
