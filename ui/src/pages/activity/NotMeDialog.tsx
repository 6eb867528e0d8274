// *This wasn't me*: what to do, one thing after the other, each with the button that does it.

import { makeStyles, Text, tokens } from '@fluentui/react-components'
import { CheckmarkCircleRegular } from '@fluentui/react-icons/svg/checkmark-circle'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { registerAgain, signOutEverywhereElse } from '../../backend/activity'
import { deleteAllAppPasswords } from '../../backend/app-passwords'
import { Action } from '../../components/Action'
import { FaultBar } from '../../components/FaultBar'
import { FormDialog } from '../../components/FormDialog'
import { useOffline } from '../../components/offline'
import { useCommand } from '../../state/command'

const useStyles = makeStyles({
  list: { display: 'flex', flexDirection: 'column', rowGap: '16px', margin: 0, padding: 0, listStyle: 'none' },
  step: { display: 'flex', flexDirection: 'column', rowGap: '8px' },
  line: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: '16px', rowGap: '8px' },
  words: { display: 'flex', flexDirection: 'column', flexGrow: 1, flexBasis: '0', minWidth: '220px' },
  soft: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
  done: { display: 'flex', alignItems: 'center', columnGap: '4px', color: tokens.colorPaletteGreenForeground1 },
})

export interface NotMeDialogProps {
  onClose: () => void
  /** The wizard is next. */
  onRegister: () => void
}

export function NotMeDialog({ onClose, onRegister }: NotMeDialogProps) {
  const { t } = useTranslation()
  const styles = useStyles()
  return (
    <FormDialog
      title={t('activity.notMe.title')}
      testId="dialog-not-me"
      wide
      onCancel={onClose}
      actions={
        <Action onPress={onClose} testId="action-close">
          {t('common.close')}
        </Action>
      }
    >
      <Text>{t('activity.notMe.text')}</Text>
      <ul className={styles.list}>
        <Step name="signOut" work={signOutEverywhereElse} />
        <Step name="passwords" work={deleteAllAppPasswords} />
        <Step name="register" work={registerAgain} onDone={onRegister} />
      </ul>
      <Text>{t('activity.notMe.password')}</Text>
    </FormDialog>
  )
}

interface StepProps {
  name: 'signOut' | 'passwords' | 'register'
  work: () => Promise<unknown>
  onDone?: () => void
}

function Step({ name, work, onDone }: StepProps) {
  const { t } = useTranslation()
  const styles = useStyles()
  const offline = useOffline()
  const { busy, fault, run } = useCommand()
  const [done, setDone] = useState(false)
  const press = async () => {
    if (!(await run(work))) return
    setDone(true)
    onDone?.()
  }
  return (
    <li className={styles.step}>
      <div className={styles.line}>
        <div className={styles.words}>
          <Text weight="semibold">{t(`activity.notMe.${name}`)}</Text>
          <span className={styles.soft}>{t(`activity.notMe.${name}Text`)}</span>
        </div>
        {done ? (
          <span className={styles.done} role="status" data-testid={`done-${name}`}>
            <CheckmarkCircleRegular aria-hidden />
            {t('activity.notMe.done')}
          </span>
        ) : (
          <Action busy={busy} blocked={offline} onPress={() => void press()} name={`${t('activity.notMe.do')}: ${t(`activity.notMe.${name}`)}`} testId={`action-${name}`}>
            {t('activity.notMe.do')}
          </Action>
        )}
      </div>
      {fault && <FaultBar fault={fault} />}
    </li>
  )
}
