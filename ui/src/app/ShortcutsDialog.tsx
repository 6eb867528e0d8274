// All keyboard shortcuts.

import { makeStyles, tokens } from '@fluentui/react-components'
import { useTranslation } from 'react-i18next'

import { quickAccess, onQuickAccessChanged } from '../backend/quick-access'
import { Action } from '../components/Action'
import { FormDialog } from '../components/FormDialog'
import { useView } from '../state/view'

const useStyles = makeStyles({
  list: { display: 'grid', gridTemplateColumns: 'auto 1fr', columnGap: '24px', rowGap: '12px', margin: 0, alignItems: 'center' },
  keys: {
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    padding: '2px 8px',
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  does: { margin: 0 },
})

const shortcuts = [
  ['F1', 'help'],
  ['F6', 'panes'],
  ['/', 'search'],
  ['Ctrl+N', 'create'],
  ['Ctrl+L', 'lock'],
  ['A–Z', 'type'],
  ['↑ ↓', 'rows'],
  ['F2', 'edit'],
  ['Delete', 'trash'],
  ['Alt+↑ ↓', 'move'],
  ['Ctrl+A', 'selectAll'],
  ['Ctrl++ Ctrl+−', 'zoom'],
  ['Ctrl+0', 'zoomReset'],
  ['Alt+F8', 'showPassword'],
  ['?', 'list'],
] as const

export function ShortcutsDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  const styles = useStyles()
  const { view } = useView(quickAccess, onQuickAccessChanged)
  const all = view?.heldKeys ? ([...shortcuts, [view.heldKeys, 'anywhere']] as const) : shortcuts
  return (
    <FormDialog
      title={t('shortcuts.title')}
      testId="dialog-shortcuts"
      onCancel={onClose}
      onSubmit={onClose}
      actions={
        <Action appearance="primary" onPress={onClose} testId="action-close" autoFocus>
          {t('common.close')}
        </Action>
      }
    >
      <dl className={styles.list}>
        {all.map(([keys, does]) => (
          <div key={keys} style={{ display: 'contents' }}>
            <dt>
              <kbd className={styles.keys}>{keys}</kbd>
            </dt>
            <dd className={styles.does}>{t(`shortcuts.${does}`)}</dd>
          </div>
        ))}
      </dl>
    </FormDialog>
  )
}
