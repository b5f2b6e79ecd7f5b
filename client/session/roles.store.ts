import { createReading } from '../reading'

/** Who this member is behind the counter: the door to the staff area is shown by it. */
export const rolesStore = createReading('staff.me', { keepAs: 'roles' })

export function loadRoles(): Promise<void> {
  return rolesStore.getState().load({})
}
