// The buttons of a question. An action on this page shows its result beside them.

import { makeStyles } from '@fluentui/react-components'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { Action } from '../../components/Action'
import { ChangePasswordDialog } from '../../components/ChangePasswordDialog'
import { useNotify } from '../../components/notify'
import { useOffline } from '../../components/offline'
import type { Destination } from '../../state/destination'
import { useStatus } from '../../state/status'
import { CheckClock } from './CheckClock'
import { CopyDetails } from './CopyDetails'
import type { TopicAction } from './topics'
import { TryService } from './TryService'

const useStyles = makeStyles({
  actions: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '8px' },
})

export interface TopicActionsProps {
  actions: TopicAction[]
  onGo: (to: Destination) => void
}

export function TopicActions({ actions, onGo }: TopicActionsProps) {
  const styles = useStyles()
  return (
    <div className={styles.actions}>
      {actions.map((action, index) => (
        <TopicButton key={action.label} action={action} appearance={index === 0 ? 'primary' : 'secondary'} onGo={onGo} />
      ))}
    </div>
  )
}

interface TopicButtonProps {
  action: TopicAction
  appearance: 'primary' | 'secondary'
  onGo: (to: Destination) => void
}

function TopicButton({ action, appearance, onGo }: TopicButtonProps) {
  const { t } = useTranslation()
  if ('go' in action) {
    return (
      <Action appearance={appearance} onPress={() => onGo(action.go)} testId={`action-help-${action.label}`}>
        {t(`help.actions.${action.label}`)}
      </Action>
    )
  }
  switch (action.label) {
    case 'checkClock':
      return <CheckClock appearance={appearance} />
    case 'copyDetails':
      return <CopyDetails appearance={appearance} />
    case 'tryService':
      return <TryService appearance={appearance} />
    case 'changePassword':
      return <ChangePassword appearance={appearance} onGo={onGo} />
  }
}

/** A person who is signed out, or in the wizard, gets there first. */
function ChangePassword({ appearance, onGo }: Omit<TopicButtonProps, 'action'>) {
  const { t } = useTranslation()
  const notify = useNotify()
  const offline = useOffline()
  const person = useStatus()?.person
  const [open, setOpen] = useState(false)
  if (!person || person.registration.required) {
    return (
      <Action appearance={appearance} onPress={() => onGo({ page: 'security' })} testId="action-help-signIn">
        {person ? t('registration.setItUpNow') : t('signIn.signIn')}
      </Action>
    )
  }
  return (
    <>
      <Action appearance={appearance} blocked={offline} onPress={() => setOpen(true)} testId="action-help-changePassword">
        {t('help.actions.changePassword')}
      </Action>
      {open && (
        <ChangePasswordDialog
          onCancel={() => setOpen(false)}
          onDone={() => {
            setOpen(false)
            notify(t('password.changed'))
          }}
        />
      )}
    </>
  )
}
