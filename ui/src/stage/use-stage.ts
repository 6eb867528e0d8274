// The stage in a page, and its texts in the language of the window.

import { useTranslation } from 'react-i18next'

import { onStageChanged, stage } from '../backend/stage'
import { useView } from '../state/view'

export const useStage = () => useView(stage, onStageChanged)

/** Chooses a text of a scenario. */
export function useToldWords(): (words: Record<string, string | undefined>) => string {
  const { i18n } = useTranslation()
  return (words) => words[i18n.language] ?? words.en ?? ''
}

/** The next morning at nine, where the presenter is: every scenario begins then. */
export function nextMorning(now: number): number {
  const morning = new Date(now)
  morning.setHours(9, 0, 0, 0)
  if (morning.getTime() <= now) morning.setDate(morning.getDate() + 1)
  return morning.getTime()
}
