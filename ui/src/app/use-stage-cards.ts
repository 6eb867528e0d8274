// Whether the main window shows the cards of the demo's scenarios, or its pages.

import { useState } from 'react'

import { onStageCards } from '../backend/stage'
import { useHeard } from '../state/heard'

export interface StageCards {
  cards: boolean
  /** The page to begin with; null for the usual one. */
  page: string | null
  /** Counts the beginnings: each has a new window content. */
  round: number
}

/** The shell opens the window on the cards by the fragment of the address. */
export function useStageCards(): StageCards {
  const [shown, setShown] = useState<StageCards>(() => ({ cards: location.hash === '#scenarios', page: null, round: 0 }))
  useHeard(onStageCards, (page) => setShown(({ round }) => ({ cards: page === null, page, round: round + 1 })))
  return shown
}
