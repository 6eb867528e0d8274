// Confirming it is you, before a change that wants a fresh second step.

import type { stepUp as english } from '../en/stepUp'

export const stepUp: typeof english = {
  title: 'Verifieer opnieuw om dit te wijzigen',
  text: 'Voor deze wijziging is een verificatie van de laatste 10 minuten nodig. Wat u hebt ingevoerd, blijft staan.',
}
