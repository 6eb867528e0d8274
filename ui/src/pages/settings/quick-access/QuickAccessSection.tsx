// The section *Quick access*: the tray, the start with the session, and the shortcut. Functions that this desktop does
// not support explain why.

import { Text } from '@fluentui/react-components'
import { useTranslation } from 'react-i18next'

import { quickAccess, onQuickAccessChanged } from '../../../backend/quick-access'
import { FaultBar } from '../../../components/FaultBar'
import { useView } from '../../../state/view'
import { SessionCard } from './SessionCard'
import { ShortcutCard } from './ShortcutCard'
import { TrayCard } from './TrayCard'

export function QuickAccessSection() {
  const { t } = useTranslation()
  const { view, fault, reload } = useView(quickAccess, onQuickAccessChanged)
  return (
    <>
      <Text>{t('quickAccess.hint')}</Text>
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
