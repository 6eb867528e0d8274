// Something half done waits behind another page.

import type { unfinished as english } from '../en/unfinished'

export const unfinished: typeof english = {
  signIn: 'U bent bezig met aanmelden',
  registration: 'Uw account is nog niet ingesteld',
  text: 'Er gaat niets verloren. Ga terug wanneer u zover bent.',
  back: 'Teruggaan',
}
