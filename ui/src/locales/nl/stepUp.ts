// Confirming it is you, before a change that wants a fresh second step.

import type { stepUp as english } from '../en/stepUp'

export const stepUp: typeof english = {
  title: 'Bevestig dat u het bent',
  text: 'Voor deze wijziging is een tweede stap nodig die niet ouder is dan 10 minuten. Wat u hebt getypt blijft staan.',
}
