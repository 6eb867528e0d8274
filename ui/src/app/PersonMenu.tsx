// The menu at the name of the signed-in person: change the password, use another account, sign out.

import { Avatar, makeStyles, Menu, MenuDivider, MenuItem, MenuList, MenuPopover, MenuTrigger, Text, tokens } from '@fluentui/react-components'
import { ArrowSwapRegular } from '@fluentui/react-icons/svg/arrow-swap'
import { KeyRegular } from '@fluentui/react-icons/svg/key'
import { PhoneRegular } from '@fluentui/react-icons/svg/phone'
import { SignOutRegular } from '@fluentui/react-icons/svg/sign-out'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import type { Fault } from '../backend/fault'
import { openDemoPhone } from '../backend/demo'
import { signOut } from '../backend/sign-in'
import { toFault } from '../backend/fault'
import { useNotify } from '../components/notify'
import { useOffline } from '../components/offline'
import { onDemand } from '../components/on-demand'
import { surfaces } from '../components/surfaces'
import { useIntent } from '../state/destination'
import { whatHolds, type Held } from '../state/hold'
import { useStatus } from '../state/status'
import { PersonLine, type PersonLineProps } from './PersonLine'

const ChangePasswordDialog = onDemand(async () => (await import('../components/ChangePasswordDialog')).ChangePasswordDialog)
const CloseQuestion = onDemand(async () => (await import('./CloseQuestion')).CloseQuestion)

const useStyles = makeStyles({
  account: {
    display: 'flex',
    alignItems: 'center',
    columnGap: '10px',
    width: '100%',
    minHeight: '48px',
    padding: '6px 8px',
    marginBottom: '8px',
    border: 'none',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: 'transparent',
    color: tokens.colorNeutralForeground1,
    fontFamily: 'inherit',
    textAlign: 'left',
    cursor: 'pointer',
    ':hover': { backgroundColor: surfaces.hover, boxShadow: surfaces.edge },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
    '@media (max-width: 759px)': { justifyContent: 'center', padding: '4px', minHeight: '40px' },
    '@media (max-width: 559px)': { width: '44px', marginBottom: 0, order: 1 },
  },
  soft: { color: tokens.colorNeutralForeground3 },
  who: { padding: '6px 12px 8px', display: 'flex', flexDirection: 'column', overflowWrap: 'anywhere', maxWidth: '280px' },
})

export interface PersonMenuProps extends PersonLineProps {
  onSignIn: () => void
  onFault: (fault: Fault) => void
}

export function PersonMenu({ person, onSignIn, onFault }: PersonMenuProps) {
  const { t } = useTranslation()
  const styles = useStyles()
  const notify = useNotify()
  const offline = useOffline()
  const demo = useStatus()?.demo ?? false
  const [changing, setChanging] = useState(false)
  const [asked, setAsked] = useState<Held | null>(null)
  const mayChange = !person.registration.required
  useIntent('changePassword', mayChange, () => setChanging(true))
  const leave = async () => {
    await signOut()
    onSignIn()
  }
  const ask = () => {
    const held = whatHolds()
    if (held) setAsked(held)
    else leave().catch((thrown: unknown) => onFault(toFault(thrown)))
  }
  return (
    <>
      <Menu>
        <MenuTrigger disableButtonEnhancement>
          <button type="button" className={styles.account} data-testid="account-menu">
            <Avatar name={person.displayName} size={32} color="brand" aria-hidden />
            <PersonLine person={person} />
          </button>
        </MenuTrigger>
        <MenuPopover>
          <div className={styles.who}>
            <Text weight="semibold">{person.displayName}</Text>
            <Text size={200} className={styles.soft}>
              {person.userPrincipalName}
            </Text>
          </div>
          <MenuDivider />
          <MenuList>
            {mayChange && (
              <MenuItem icon={<KeyRegular />} disabled={offline !== null} onClick={() => setChanging(true)} data-testid="menu-change-password">
                {t('password.change')}
              </MenuItem>
            )}
            <MenuItem icon={<ArrowSwapRegular />} onClick={ask} data-testid="menu-switch-account">
              {t('account.switch')}
            </MenuItem>
            <MenuItem icon={<SignOutRegular />} onClick={ask} data-testid="menu-sign-out">
              {t('common.signOut')}
            </MenuItem>
            {demo && <MenuDivider />}
            {demo && (
              <MenuItem icon={<PhoneRegular />} onClick={() => void openDemoPhone().catch((thrown: unknown) => onFault(toFault(thrown)))} data-testid="menu-demo-phone">
                {t('demo.showPhone')}
              </MenuItem>
            )}
          </MenuList>
        </MenuPopover>
      </Menu>
      {changing && (
        <ChangePasswordDialog
          onCancel={() => setChanging(false)}
          onDone={() => {
            setChanging(false)
            notify(t('password.changed'))
          }}
        />
      )}
      {asked && <CloseQuestion held={asked} leave="signOut" onLeave={leave} onStay={() => setAsked(null)} />}
    </>
  )
}
