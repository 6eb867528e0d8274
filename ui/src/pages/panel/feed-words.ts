// A row of the feed in plain words.

import { useTranslation } from 'react-i18next'

import type { StageFeedRow } from '../../backend/stage'
import { accountChanges, adminActions, denialReasons, signInResults } from '../../backend/generated/codes'

/** *Denied: app password needed · ben@contoso.example*. A code that has no words stands for itself. */
export function useFeedWords(): (row: StageFeedRow) => string {
  const { t } = useTranslation()
  const about = (what: string, whom: string | null) => (whom === null ? what : t('stage.about', { what, whom }))
  const said = ({ told }: StageFeedRow): string => {
    switch (told.kind) {
      case 'signIn': {
        const result = signInResults.find((known) => known === told.result)
        const reason = denialReasons.find((known) => known === told.reason)
        const outcome = result ? t(`administration.log.results.${result}`) : told.result
        return reason ? about(outcome, t(`denials.${reason}`)) : outcome
      }
      case 'change': {
        const change = accountChanges.find((known) => known === told.change)
        return change ? t(`activity.changes.${change}`) : told.change
      }
      case 'action': {
        const action = adminActions.find((known) => known === told.action)
        return action ? t(`administration.audit.what.${action}`) : told.action
      }
      case 'text':
        return t('stage.sentText')
    }
  }
  return (row) => (row.person === null ? said(row) : `${said(row)} · ${row.person}`)
}
