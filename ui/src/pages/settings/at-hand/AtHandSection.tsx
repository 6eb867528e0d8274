// The section *Quick access*: the tray, the start with the session, and the shortcut. What this desktop does not give says why.

import { Text } from '@fluentui/react-components'
import { useTranslation } from 'react-i18next'

import { atHand, onAtHandChanged } from '../../../backend/at-hand'
import { FaultBar } from '../../../components/FaultBar'
import { useView } from '../../../state/view'
import { SessionCard } from './SessionCard'
import { ShortcutCard } from './ShortcutCard'
import { TrayCard } from './TrayCard'

export function AtHandSection() {
  const { t } = useTranslation()
  const { view, fault, reload } = useView(atHand, onAtHandChanged)
  return (
    <>
      <Text>{t('atHand.hint')}</Text>
      {fault && <FaultBar fault={fault} />}
      {view && (
        <>
          <TrayCard obstacle={view.noTray} />
          <SessionCard view={view} onChanged={reload} />
          <ShortcutCard view={view} onChanged={reload} />
        </>
      )}
    </>
  )
}
