// A person: state, locks and blocks, methods, and actions.

import { Badge, Button, makeStyles, Menu, MenuItem, MenuList, MenuPopover, MenuTrigger, Text, tokens } from '@fluentui/react-components'
import { ChevronLeftRegular } from '@fluentui/react-icons/svg/chevron-left'
import { ChevronRightRegular } from '@fluentui/react-icons/svg/chevron-right'
import { MoreHorizontalRegular } from '@fluentui/react-icons/svg/more-horizontal'
import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'

import { actOnPerson, withdrawBypass, type AdminUser } from '../../backend/administration'
import type { CallerAct } from '../../backend/callers'
import { FaultBar } from '../../components/FaultBar'
import { Loading } from '../../components/Loading'
import { Notice } from '../../components/Notice'
import { useNotify } from '../../components/notify'
import { useOffline } from '../../components/offline'
import { Section } from '../../components/Section'
import { useCommand } from '../../state/command'
import { useLandmark } from '../../components/use-landmark'
import { HELP_DESK_ACTS, type Act } from './acts'
import { CallerNotice } from './caller/CallerNotice'
import { AccessCards } from './AccessCards'
import { AuditRows } from './AuditRows'
import { PersonDialogs } from './PersonDialogs'
import { PersonMail } from './PersonMail'
import { PersonMethods } from './PersonMethods'
import { PersonNotices } from './PersonNotices'
import { PersonSignIns } from './PersonSignIns'
import { RefusedState } from './RefusedState'
import { usePerson } from './use-person'

const useStyles = makeStyles({
  panel: { display: 'flex', flexDirection: 'column', rowGap: '12px' },
  head: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '8px 16px' },
  names: { display: 'flex', flexDirection: 'column', flexGrow: 1, minWidth: 0, overflowWrap: 'anywhere' },
  name: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: '8px', margin: 0, color: tokens.colorNeutralForeground2, outline: 'none' },
  place: { color: tokens.colorNeutralForeground3, fontVariantNumeric: 'tabular-nums' },
})

export interface PersonPanelProps {
  /** The row of the list: shown at once, and the only data about a protected person. */
  row: AdminUser
  /** The position in the list. */
  index: number
  of: number
  administers: boolean
  own: string
  onStep: (to: number) => void
  onChanged: () => void
  onBack: () => void
  onMyPages: () => void
}

export function PersonPanel({ row, index, of, administers, own, onStep, onChanged, onBack, onMyPages }: PersonPanelProps) {
  const { t } = useTranslation()
  const styles = useStyles()
  const offline = useOffline()
  const notify = useNotify()
  const { landmark, findLandmark } = useLandmark()
  const upn = row.userPrincipalName
  const { known, fault, reload } = usePerson(upn, administers)
  const command = useCommand()
  const [act, setAct] = useState<Act | null>(null)
  const [roles, setRoles] = useState(false)
  /** What the caller is to be verified for; null while no question is open. */
  const [verifying, setVerifying] = useState<CallerAct[] | null>(null)
  const head = useRef<HTMLDivElement>(null)
  useEffect(() => head.current?.focus(), [upn])

  const user = known?.details ?? row
  const isOwn = upn === own
  const isProtected = fault?.code === 'administrator_protected' || fault?.code === 'own_account'
  const may = (asked: Act) => (administers || HELP_DESK_ACTS.includes(asked)) && !isProtected
  const changed = (words: string) => {
    notify(words)
    onChanged()
    void reload()
  }
  const unlock = () =>
    void command.run(async () => {
      await actOnPerson(upn, 'unlock', null)
      changed(t('administration.done.unlock'))
    })
  const withdraw = () =>
    void command.run(async () => {
      await withdrawBypass(upn)
      changed(t('administration.done.withdraw'))
    })
  const press = (event: KeyboardEvent) => {
    if (event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement) return
    if (event.altKey && event.key === 'ArrowLeft') onBack()
    else if (event.key === ']' && index + 1 < of) onStep(index + 1)
    else if (event.key === '[' && index > 0) onStep(index - 1)
    else if (event.key === 'F5') void reload()
    else return
    event.preventDefault()
  }
  const rare: Act[] = (['requireReregistration', user.blockedUntilDateTime ? 'unblock' : 'block'] as const).filter(may)

  return (
    // The keys switch between people, wherever the focus is on the page.
    // eslint-disable-next-line jsx-a11y/no-static-element-interactions -- the keys go from person to person
    <div className={styles.panel} onKeyDown={press} data-testid="person">
      <div className={styles.head}>
        <div className={styles.names}>
          <div ref={head} tabIndex={-1} className={styles.name}>
            {upn}
            {isOwn && <Badge appearance="tint">{t('administration.people.you')}</Badge>}
            {user.roles.map((role) => (
              <Badge key={role} appearance="outline">
                {t(`administration.roles.${role}`)}
              </Badge>
            ))}
          </div>
        </div>
        <Text className={styles.place}>{t('administration.bulk.progress', { done: index + 1, count: of })}</Text>
        <Button appearance="subtle" icon={<ChevronLeftRegular />} aria-label={t('administration.person.previous')} disabledFocusable={index === 0} onClick={() => index > 0 && onStep(index - 1)} data-testid="action-previous-person" />
        <Button appearance="subtle" icon={<ChevronRightRegular />} aria-label={t('administration.person.next')} disabledFocusable={index + 1 >= of} onClick={() => index + 1 < of && onStep(index + 1)} data-testid="action-next-person" />
        {known && rare.length > 0 && (
          <Menu mountNode={landmark}>
            <MenuTrigger disableButtonEnhancement>
              <Button ref={findLandmark} icon={<MoreHorizontalRegular />} aria-label={t('administration.people.more')} data-testid="menu-person" />
            </MenuTrigger>
            <MenuPopover>
              <MenuList>
                {rare.map((asked) => (
                  <MenuItem key={asked} disabled={offline !== null} onClick={() => setAct(asked)} data-testid={`person-${asked}`}>
                    {t(`administration.actions.${asked}`)}
                  </MenuItem>
                ))}
              </MenuList>
            </MenuPopover>
          </Menu>
        )}
      </div>
      {fault?.code === 'administrator_protected' && (
        <Notice title={t('administration.person.protectedTitle')} testId="notice-protected">
          {t('administration.person.protectedText')}
        </Notice>
      )}
      {(isOwn || fault?.code === 'own_account') && (
        <Notice title={t('administration.person.ownTitle')} testId="notice-own">
          {t('administration.person.ownText')}
        </Notice>
      )}
      {fault && !isProtected && <RefusedState fault={fault} onAgain={() => void reload()} onMyPages={onMyPages} />}
      {command.fault && <FaultBar fault={command.fault} />}
      {!known && !fault && <Loading rows={5} />}
      {known && (
        <>
          {(known.details.caller.required || administers) && !isOwn && <CallerNotice standing={known.details.caller} blocked={offline} onVerify={() => setVerifying([])} />}
          <PersonNotices details={known.details} blocked={offline} busy={command.busy} onUnlock={unlock} onUnblock={may('unblock') ? () => setAct('unblock') : null} onWithdraw={withdraw} />
          <Section title={t('administration.person.overview')}>
            <AccessCards details={known.details} blocked={offline} may={may} administers={administers} onAct={setAct} onRoles={() => setRoles(true)} />
            <PersonMail details={known.details} blocked={offline} administers={administers} onChanged={changed} />
          </Section>
          <Section title={t('administration.person.methods')}>
            <PersonMethods methods={known.details.methods} />
          </Section>
          {known.signIns && (
            <Section title={t('administration.person.signIns')}>
              <PersonSignIns rows={known.signIns} />
            </Section>
          )}
          <Section title={t('administration.person.history')}>
            {known.history.length > 0 ? <AuditRows rows={known.history} /> : <Text>{t('administration.person.noHistory')}</Text>}
          </Section>
        </>
      )}
      {known && (
        <PersonDialogs
          details={known.details}
          act={act}
          roles={roles}
          verifying={verifying}
          onAct={setAct}
          onRoles={setRoles}
          onVerifying={setVerifying}
          onChanged={changed}
          onVerified={reload}
        />
      )}
    </div>
  )
}
