// What's your preferred option? Every option is listed; only those that are registered and allowed can be chosen.

import { Dropdown, makeStyles, Option, tokens } from '@fluentui/react-components'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'

import { setPreferred, type MethodType, type PhoneType, type SecurityInfoView } from '../../backend/security-info'
import { Action } from '../../components/Action'
import { FaultBar } from '../../components/FaultBar'
import { useOffline } from '../../components/offline'
import { Section } from '../../components/Section'
import { useCommand } from '../../state/command'
import { methodIcons } from '../../components/method-icons'
import { useNotify } from '../../components/notify'

const options: MethodType[] = ['push', 'oath', 'sms', 'voiceMobile', 'voiceOffice', 'voiceAlternateMobile']
const called: Partial<Record<MethodType, PhoneType>> = { voiceMobile: 'mobile', voiceOffice: 'office', voiceAlternateMobile: 'alternateMobile' }

const useStyles = makeStyles({
  line: { display: 'flex', flexWrap: 'wrap', gap: '8px', alignItems: 'center' },
  dropdown: { flexGrow: 1, minWidth: '240px', maxWidth: '440px', '@media (max-width: 559px)': { flexBasis: '100%', maxWidth: 'none' } },
  row: { display: 'flex', alignItems: 'center', columnGap: '10px', minHeight: '40px' },
  icon: { display: 'flex', flexShrink: 0, fontSize: '20px' },
  option: { display: 'flex', flexDirection: 'column' },
  why: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground3 },
})

export interface PreferredOptionProps {
  view: SecurityInfoView
  onChanged: () => Promise<void>
}

export function PreferredOption({ view, onChanged }: PreferredOptionProps) {
  const { t } = useTranslation()
  const styles = useStyles()
  const notify = useNotify()
  const hint = useId()
  const offline = useOffline()
  const { busy, fault, clear, run } = useCommand()
  const [chosen, setChosen] = useState(view.preferred)
  const changed = chosen !== view.preferred

  const save = async () => {
    if (!chosen) return
    const saved = await run(async () => {
      await setPreferred(chosen)
      await onChanged()
    })
    if (saved) notify(t('securityInfo.preferredSaved'))
  }
  const cancel = () => {
    clear()
    setChosen(view.preferred)
  }
  const unchanged = changed ? null : t('securityInfo.unchanged')
  return (
    <Section title={t('securityInfo.preferred')} hint={t('securityInfo.preferredHint')}>
      {fault && <FaultBar fault={fault} />}
      <div className={styles.line}>
        <Dropdown
          inlinePopup
          className={styles.dropdown}
          aria-label={t('securityInfo.preferred')}
          aria-describedby={hint}
          data-testid="field-preferred-option"
          disabled={offline !== null}
          value={chosen ? t(`methods.${chosen}`) : t('securityInfo.noPreferred')}
          selectedOptions={chosen ? [chosen] : []}
          onOptionSelect={(_, { optionValue }) => setChosen(optionValue as MethodType)}
        >
          {options.map((method) => (
            <Option key={method} value={method} text={t(`methods.${method}`)} disabled={!view.usable.includes(method)}>
              <span className={styles.row}>
                <span className={styles.icon} aria-hidden>
                  {methodIcons[method]}
                </span>
                <span className={styles.option}>
                  {t(`methods.${method}`)}
                  {!view.usable.includes(method) && <span className={styles.why}>{t(whyNot(method, view))}</span>}
                </span>
              </span>
            </Option>
          ))}
        </Dropdown>
        <Action onPress={cancel} blocked={unchanged} testId="action-cancel-preferred">
          {t('common.cancel')}
        </Action>
        <Action appearance="primary" busy={busy} blocked={offline ?? unchanged} onPress={() => void save()} testId="action-save-preferred">
          {t('common.save')}
        </Action>
      </div>
    </Section>
  )
}

function whyNot(method: MethodType, { me, phones, authenticatorApps, authenticators, hardwareTokens }: SecurityInfoView) {
  const allowed = me.policy.verificationMethods
  const has = (type: string) => phones.some(({ phoneType }) => phoneType === type)
  switch (method) {
    case 'sms':
      return !allowed.textMessageToPhone ? 'methods.notAllowed' : has('mobile') ? 'methods.notUsable' : 'methods.notRegistered'
    case 'oath':
      return !allowed.codeFromMobileApp ? 'methods.notAllowed' : authenticatorApps.length + authenticators.length + hardwareTokens.length > 0 ? 'methods.notUsable' : 'methods.notRegistered'
    case 'push':
      return !allowed.notificationThroughMobileApp ? 'methods.notAllowed' : authenticators.length > 0 ? 'methods.notUsable' : 'methods.notRegistered'
    default:
      return !allowed.callToPhone ? 'methods.notAllowed' : has(called[method] ?? '') ? 'methods.notUsable' : 'methods.notRegistered'
  }
}
