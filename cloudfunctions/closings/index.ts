import { serve } from '../runtime/serve'
import { listClosings } from './list-closings'
import { showClosing } from './show-closing'
import { signClosing } from './sign-closing'

export const main = serve('closings', {
  closing: showClosing,
  closings: listClosings,
  signClosing,
})
