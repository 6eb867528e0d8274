// The actions for the selected people. It stays visible while the list scrolls.

import { Button, makeStyles, Menu, MenuItem, MenuList, MenuPopover, MenuTrigger, Text, tokens } from '@fluentui/react-components'
import { DismissRegular } from '@fluentui/react-icons/svg/dismiss'
import { MoreHorizontalRegular } from '@fluentui/react-icons/svg/more-horizontal'
import { useTranslation } from 'react-i18next'

import { Action } from '../../components/Action'
import { useLandmark } from '../../components/use-landmark'
import { BULK_ACTS, type BulkAct } from './acts'

const useStyles = makeStyles({
  bar: {
    position: 'sticky',
    top: '8px',
    zIndex: 1,
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '8px',
    padding: '8px 8px 8px 16px',
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorBrandBackground2,
    color: tokens.colorNeutralForeground1,
    boxShadow: tokens.shadow4,
    '@media (forced-colors: active)': { border: '1px solid CanvasText' },
  },
  count: { marginRight: 'auto', fontWeight: tokens.fontWeightSemibold },
})

const AT_HAND: BulkAct[] = ['enable', 'disable']

export function SelectionBar({ count, blocked, onAct, onClear }: { count: number; blocked: string | null; onAct: (act: BulkAct) => void; onClear: () => void }) {
  const { t } = useTranslation()
  const styles = useStyles()
  const { landmark, findLandmark } = useLandmark()
  return (
    <div className={styles.bar} role="toolbar" aria-label={t('administration.people.selected', { count })} data-testid="selection-bar">
      <Text className={styles.count} role="status">
        {t('administration.people.selected', { count })}
      </Text>
      {AT_HAND.map((act) => (
        <Action key={act} size="small" blocked={blocked} onPress={() => onAct(act)} testId={`bulk-${act}`}>
          {t(`administration.actions.${act}`)}
        </Action>
      ))}
      <Menu mountNode={landmark}>
        <MenuTrigger disableButtonEnhancement>
          <Button ref={findLandmark} size="small" icon={<MoreHorizontalRegular />} aria-label={t('administration.people.more')} data-testid="menu-bulk" />
        </MenuTrigger>
        <MenuPopover>
          <MenuList>
            {BULK_ACTS.filter((act) => !AT_HAND.includes(act)).map((act) => (
              <MenuItem key={act} disabled={blocked !== null} onClick={() => onAct(act)} data-testid={`bulk-${act}`}>
                {t(`administration.actions.${act}`)}
              </MenuItem>
            ))}
          </MenuList>
        </MenuPopover>
      </Menu>
      <Button size="small" appearance="subtle" icon={<DismissRegular />} aria-label={t('administration.people.clearSelection')} onClick={onClear} data-testid="action-clear-selection" />
    </div>
  )
}
