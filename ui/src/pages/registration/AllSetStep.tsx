// *You're all set*: the registered methods, and the next steps.

import { makeStyles, Text, tokens } from '@fluentui/react-components'
import { CheckmarkCircleRegular } from '@fluentui/react-icons/svg/checkmark-circle'
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'

import type { NewAppPassword } from '../../backend/app-passwords'
import { securityInfo, type SecurityInfoView } from '../../backend/security-info'
import { Action } from '../../components/Action'
import { Loading } from '../../components/Loading'
import { Panel } from '../../components/Panel'
import { useView } from '../../state/view'
import type { StepFrame } from './step'

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyle: 'none', display: 'flex', flexDirection: 'column', rowGap: '8px' },
  done: { display: 'flex', alignItems: 'flex-start', columnGap: '8px', overflowWrap: 'anywhere' },
  mark: { display: 'flex', flexShrink: 0, fontSize: '20px', color: tokens.colorPaletteGreenForeground1 },
  next: { margin: 0, paddingLeft: '20px', display: 'flex', flexDirection: 'column', rowGap: '6px', maxWidth: '75ch', lineHeight: tokens.lineHeightBase300 },
  heading: { margin: '8px 0 0', fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
})

export interface AllSetStepProps {
  progress: StepFrame['progress']
  /** The kept app password. */
  password: NewAppPassword | null
  /** Whether the second step is required at sign-in from now on. */
  asked: boolean
  onDone: () => void
}

export function AllSetStep({ progress, password, asked, onDone }: AllSetStepProps) {
  const { t } = useTranslation()
  const styles = useStyles()
  const { view, fault } = useView(securityInfo)
  // The registered methods appear when they are loaded; if that fails, they are omitted.
  const asking = view === null && fault === null
  const made = [...(view ? methodsOf(t, view) : []), ...(password ? [t('registration.madePassword', { name: password.displayName })] : [])]
  const second = view !== null && countOf(view) < 2
  const apps = view?.me.policy.appPasswords.available === true && !password
  return (
    <Panel
      heading={t('registration.allSet')}
      testId="step-all-set"
      progress={progress}
      onSubmit={onDone}
      actions={
        <Action type="submit" appearance="primary" testId="action-done">
          {t('common.done')}
        </Action>
      }
    >
      <Text>{t(asked ? 'registration.allSetText' : 'registration.allSetNotAsked')}</Text>
      {asking && <Loading />}
      {!asking && made.length > 0 && (
        <>
          <h3 className={styles.heading}>{t('registration.whatYouSetUp')}</h3>
          <ul className={styles.list} data-testid="what-was-set-up">
            {made.map((line) => (
              <li key={line} className={styles.done}>
                <span className={styles.mark} aria-hidden>
                  <CheckmarkCircleRegular />
                </span>
                <Text>{line}</Text>
              </li>
            ))}
          </ul>
        </>
      )}
      {!asking && (
        <>
          <h3 className={styles.heading}>{t('registration.whatNext')}</h3>
          <ul className={styles.next} data-testid="what-next">
            {second && <li>{t('registration.nextSecond')}</li>}
            {apps && <li>{t('registration.nextApps')}</li>}
            <li>{t('registration.nextLook')}</li>
          </ul>
        </>
      )}
    </Panel>
  )
}

const countOf = ({ phones, authenticatorApps, authenticators, hardwareTokens }: SecurityInfoView) =>
  phones.length + authenticatorApps.length + authenticators.length + hardwareTokens.length

/** Each method by its kind and its name. */
function methodsOf(t: TFunction, view: SecurityInfoView): string[] {
  const line = (kind: string, name: string) => `${kind} · ${name}`
  return [
    ...view.authenticators.map(({ displayName }) => line(t('push.tab'), displayName)),
    ...view.authenticatorApps.map(({ displayName }) => line(t('securityInfo.authenticatorApp'), displayName)),
    ...view.hardwareTokens.map(({ displayName }) => line(t('hardwareToken.title'), displayName)),
    ...view.phones.map(({ phoneType, phoneNumber }) => line(t(`phone.types.${phoneType}`), phoneNumber)),
  ]
}
