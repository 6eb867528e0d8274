// The navigation: the signed-in person, the pages, and the state of the connection at the foot.

import { makeStyles, mergeClasses, tokens, Tooltip } from '@fluentui/react-components'
import { HistoryFilled, HistoryRegular } from '@fluentui/react-icons/svg/history'
import { KeyboardRegular } from '@fluentui/react-icons/svg/keyboard'
import { QuestionCircleFilled, QuestionCircleRegular } from '@fluentui/react-icons/svg/question-circle'
import { SettingsFilled, SettingsRegular } from '@fluentui/react-icons/svg/settings'
import { ShieldKeyholeFilled, ShieldKeyholeRegular } from '@fluentui/react-icons/svg/shield-keyhole'
import { ShieldPersonFilled, ShieldPersonRegular } from '@fluentui/react-icons/svg/shield-person'
import { ShieldTaskFilled, ShieldTaskRegular } from '@fluentui/react-icons/svg/shield-task'
import { TimerFilled, TimerRegular } from '@fluentui/react-icons/svg/timer'
import { useSyncExternalStore, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'

import type { Fault } from '../backend/fault'
import { surfaces } from '../components/surfaces'
import { useLandmark } from '../components/use-landmark'
import { strongest } from '../state/roles'
import { useStatus } from '../state/status'
import { AccountMenu } from './AccountMenu'
import { ConnectionFoot } from './ConnectionFoot'

export type PageName = 'administration' | 'security' | 'authenticator' | 'approvals' | 'activity' | 'settings' | 'help'

const useStyles = makeStyles({
  nav: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: '4px',
    width: '264px',
    flexShrink: 0,
    boxSizing: 'border-box',
    padding: '20px 8px 8px',
    overflowY: 'auto',
    '@media (min-width: 560px) and (max-width: 759px)': { width: '60px' },
    '@media (max-width: 559px)': {
      flexDirection: 'row',
      alignItems: 'stretch',
      width: '100%',
      padding: '4px 8px',
      overflowY: 'visible',
      borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
      backgroundColor: tokens.colorNeutralBackground1,
    },
  },
  list: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: '4px',
    flexGrow: 1,
    margin: 0,
    padding: 0,
    listStyle: 'none',
    '@media (max-width: 559px)': { flexDirection: 'row', justifyContent: 'space-around' },
  },
  // Help and settings are at the end of the column, as in desktop programs.
  last: { marginTop: 'auto', '@media (max-width: 559px)': { marginTop: 0 } },
  item: {
    position: 'relative',
    display: 'flex',
    alignItems: 'center',
    columnGap: '12px',
    width: '100%',
    minHeight: '40px',
    padding: '8px 12px',
    border: 'none',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: 'transparent',
    color: tokens.colorNeutralForeground1,
    fontFamily: 'inherit',
    fontSize: tokens.fontSizeBase300,
    textAlign: 'left',
    cursor: 'pointer',
    ':hover': { backgroundColor: surfaces.hover, boxShadow: surfaces.edge },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
    '@media (max-width: 559px)': { width: 'min(56px, 10vw)', paddingInline: 0, justifyContent: 'center' },
  },
  current: {
    backgroundColor: surfaces.selected,
    boxShadow: surfaces.edge,
    fontWeight: tokens.fontWeightSemibold,
    '::before': {
      content: '""',
      position: 'absolute',
      left: '2px',
      top: '12px',
      bottom: '12px',
      width: '3px',
      borderRadius: tokens.borderRadiusCircular,
      backgroundColor: tokens.colorCompoundBrandBackground,
      // In the bar it lies below the icon.
      '@media (max-width: 559px)': { left: '30%', right: '30%', top: 'auto', bottom: '2px', width: 'auto', height: '3px' },
      '@media (forced-colors: active)': { backgroundColor: 'Highlight' },
    },
  },
  icon: { display: 'flex', flexShrink: 0, fontSize: '20px' },
  currentIcon: { color: tokens.colorBrandForeground1 },
  label: { '@media (max-width: 759px)': { display: 'none' } },
  count: {
    marginLeft: 'auto',
    minWidth: '20px',
    padding: '0 6px',
    boxSizing: 'border-box',
    textAlign: 'center',
    borderRadius: tokens.borderRadiusCircular,
    backgroundColor: tokens.colorBrandBackground,
    color: tokens.colorNeutralForegroundOnBrand,
    fontSize: tokens.fontSizeBase200,
    fontVariantNumeric: 'tabular-nums',
    '@media (max-width: 759px)': { position: 'absolute', top: '2px', right: '2px', marginLeft: 0 },
  },
  shortcuts: { '@media (max-width: 559px)': { display: 'none' } },
})

const icons: Record<PageName, [ReactElement, ReactElement]> = {
  security: [<ShieldKeyholeRegular key="rest" />, <ShieldKeyholeFilled key="current" />],
  authenticator: [<TimerRegular key="rest" />, <TimerFilled key="current" />],
  administration: [<ShieldPersonRegular key="rest" />, <ShieldPersonFilled key="current" />],
  activity: [<HistoryRegular key="rest" />, <HistoryFilled key="current" />],
  approvals: [<ShieldTaskRegular key="rest" />, <ShieldTaskFilled key="current" />],
  help: [<QuestionCircleRegular key="rest" />, <QuestionCircleFilled key="current" />],
  settings: [<SettingsRegular key="rest" />, <SettingsFilled key="current" />],
}

export interface NavigationProps {
  page: PageName
  onPage: (page: PageName) => void
  onShortcuts: () => void
  onFault: (fault: Fault) => void
}

export function Navigation({ page, onPage, onShortcuts, onFault }: NavigationProps) {
  const { t } = useTranslation()
  const styles = useStyles()
  const status = useStatus()
  const roles = status?.person?.roles ?? []
  // Visible labels need no tooltip. A tooltip's control mode is fixed at creation, so another one is created.
  const alone = useMedia(narrow)
  const below = useMedia(bottom)
  const { landmark, findLandmark } = useLandmark()
  // Beside a column, and above a bar: never over the next entry.
  const tooltip = { mountNode: landmark, positioning: below ? ('above' as const) : ('after' as const), ...(alone ? {} : { visible: false }) }
  const shape = `${alone} ${below}`
  const item = (name: PageName, last = false, count = 0) => {
    const current = page === name
    const text = name === 'administration' ? t(`administration.title.${strongest(roles)}`) : t(`navigation.${name}`)
    const label = count > 0 ? t('navigation.withCount', { text, count }) : text
    return (
      <li className={last ? styles.last : undefined}>
        <Tooltip key={shape} content={label} relationship="label" {...tooltip}>
          <button
            type="button"
            className={mergeClasses(styles.item, current && styles.current)}
            aria-current={current ? 'page' : undefined}
            onClick={() => onPage(name)}
            data-testid={`nav-${name}`}
          >
            <span className={mergeClasses(styles.icon, current && styles.currentIcon)} aria-hidden>
              {icons[name][current ? 1 : 0]}
            </span>
            <span className={styles.label}>{text}</span>
            {count > 0 && (
              <span className={styles.count} aria-hidden data-testid={`count-${name}`}>
                {count}
              </span>
            )}
          </button>
        </Tooltip>
      </li>
    )
  }
  return (
    <nav ref={findLandmark} className={styles.nav} aria-label={t('navigation.label')} id="navigation">
      <AccountMenu onSignIn={() => onPage('security')} onFault={onFault} />
      <ul className={styles.list}>
        {item('security')}
        {item('authenticator')}
        {item('approvals', false, status?.approvals)}
        {item('activity')}
        {roles.length > 0 && item('administration')}
        {item('help', true)}
        {item('settings')}
      </ul>
      <Tooltip key={shape} content={t('shortcuts.title')} relationship="label" {...tooltip}>
        <button type="button" className={mergeClasses(styles.item, styles.shortcuts)} onClick={onShortcuts} data-testid="nav-shortcuts">
          <span className={styles.icon} aria-hidden>
            <KeyboardRegular />
          </span>
          <span className={styles.label}>{t('shortcuts.title')}</span>
        </button>
      </Tooltip>
      <ConnectionFoot />
    </nav>
  )
}

/** The column shows only icons. */
const narrow = window.matchMedia('(max-width: 759px)')
/** It is a bar at the bottom. */
const bottom = window.matchMedia('(max-width: 559px)')

/** A hidden window has no width, and gets no event when it is shown. */
function onChange(media: MediaQueryList, heard: () => void) {
  media.addEventListener('change', heard)
  window.addEventListener('resize', heard)
  document.addEventListener('visibilitychange', heard)
  return () => {
    media.removeEventListener('change', heard)
    window.removeEventListener('resize', heard)
    document.removeEventListener('visibilitychange', heard)
  }
}

const onNarrow = (heard: () => void) => onChange(narrow, heard)
const onBottom = (heard: () => void) => onChange(bottom, heard)

function useMedia(media: MediaQueryList): boolean {
  return useSyncExternalStore(media === narrow ? onNarrow : onBottom, () => media.matches)
}
