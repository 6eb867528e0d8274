// The cells of a hardware token: number and kind, state and person, last use and end, and its menu.

import { Button, makeStyles, Menu, MenuItem, MenuList, MenuPopover, MenuTrigger, mergeClasses, tokens as theme } from '@fluentui/react-components'
import { MoreHorizontalRegular } from '@fluentui/react-icons/svg/more-horizontal'
import { useTranslation } from 'react-i18next'

import type { HardwareOathDevice } from '../../../backend/token-inventory'
import { useLandmark } from '../../../components/use-landmark'
import { useNow } from '../../../state/clock'
import { useFormats } from '../../../state/format'
import { useRowStyles } from '../row-styles'
import { NARROW } from './narrow'
import { actsOn, type TokenAct } from './token-acts'

const MINUTE = 60_000

const useStyles = makeStyles({
  cell: { display: 'flex', flexDirection: 'column', minWidth: 0, [NARROW]: { gridColumn: 1 } },
  menu: { [NARROW]: { gridColumn: 2, gridRow: '1 / span 3' } },
  serial: { fontVariantNumeric: 'tabular-nums' },
  failed: { color: theme.colorStatusDangerForeground1 },
})

export function TokenCells({ token, onAct }: { token: HardwareOathDevice; onAct: (act: TokenAct) => void }) {
  const { t } = useTranslation()
  const styles = useStyles()
  const row = useRowStyles()
  const format = useFormats()
  const now = useNow(MINUTE)
  const { landmark, findLandmark } = useLandmark()
  const state = t(`tokenInventory.states.${token.status}`)
  const kind = [token.model, token.manufacturer, token.timeIntervalInSeconds === null ? t('tokenInventory.counts') : format.duration(token.timeIntervalInSeconds)].filter(Boolean).join(' · ')
  const used = token.lastUsedDateTime ? t('tokenInventory.used', { ago: format.ago(token.lastUsedDateTime, now) }) : token.status === 'activated' ? t('tokenInventory.neverUsed') : ''
  const ends = token.validUntil ? t(Date.parse(token.validUntil) < now ? 'tokenInventory.ended' : 'tokenInventory.ends', { date: format.date(token.validUntil) }) : ''
  return (
    <>
      <div role="gridcell" className={styles.cell}>
        <span className={styles.serial}>{token.serialNumber}</span>
        <span className={row.facts}>{kind}</span>
      </div>
      <div role="gridcell" className={styles.cell}>
        <span className={mergeClasses(token.status === 'failedActivation' && styles.failed)}>{state}</span>
        {token.assignedTo && <span className={row.facts}>{token.assignedTo}</span>}
      </div>
      <div role="gridcell" className={mergeClasses(styles.cell, row.facts)}>
        {used && <span>{used}</span>}
        {ends && <span>{ends}</span>}
      </div>
      <div role="gridcell" className={styles.menu}>
        <Menu mountNode={landmark}>
          <MenuTrigger disableButtonEnhancement>
            <Button ref={findLandmark} tabIndex={-1} appearance="subtle" icon={<MoreHorizontalRegular />} aria-label={t('tokenInventory.more', { serial: token.serialNumber, state })} data-testid="menu-token" />
          </MenuTrigger>
          <MenuPopover>
            <MenuList>
              {actsOn(token).map((act) => (
                <MenuItem key={act} onClick={() => onAct(act)} data-testid={`token-${act}`}>
                  {t(`tokenInventory.acts.${act}`)}
                </MenuItem>
              ))}
            </MenuList>
          </MenuPopover>
        </Menu>
      </div>
    </>
  )
}
