import { serve } from '../runtime/serve'
import { findMembers } from '../screens/find-members'
import { showCode } from '../screens/show-code'
import { showHome } from '../screens/show-home'
import { showMember } from '../screens/show-member'
import { addNote } from './add-note'
import { joinMember } from './join-member'
import { keepPrivate } from './keep-private'
import { removeNote } from './remove-note'
import { revealPrivate } from './reveal-private'
import { updateProfile } from './update-profile'

const useCases = {
  join: joinMember,
  home: showHome,
  code: showCode,
  updateProfile,
  reveal: revealPrivate,
  find: findMembers,
  show: showMember,
  addNote,
  removeNote,
}

export const main = serve('members', useCases, keepPrivate)
