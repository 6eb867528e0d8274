// By hand: the names, the secret key, and the advanced parameters.

import { Button, Field, Input, makeStyles, tokens } from '@fluentui/react-components'
import { ChevronDownRegular } from '@fluentui/react-icons/svg/chevron-down'
import { ChevronRightRegular } from '@fluentui/react-icons/svg/chevron-right'
import { useEffect, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'

import type { Fault } from '../../../backend/fault'
import { useFaultWords } from '../../../components/fault-words'
import { FaultBar } from '../../../components/FaultBar'
import { needsSecondKey, SecondKeyAction } from '../../../components/vault/SecondKeyAction'
import { FaultText } from '../FaultText'
import { AdvancedFields } from './AdvancedFields'
import { isAdvanced, placeOf, type ManualForm } from './manual'

const useStyles = makeStyles({
  column: { display: 'flex', flexDirection: 'column', rowGap: '16px' },
  secret: { fontFamily: tokens.fontFamilyMonospace },
  more: { alignSelf: 'flex-start' },
})

export interface ManualWayProps {
  form: ManualForm
  onForm: (change: Partial<ManualForm>) => void
  fault: Fault | null
  /** There is a second copy of the key now: the stopped action continues. */
  onKept: () => void
}

export function ManualWay({ form, onForm, fault, onKept }: ManualWayProps) {
  const { t } = useTranslation()
  const styles = useStyles()
  const words = useFaultWords()
  const advanced = useId()
  const fields = useRef<HTMLDivElement>(null)
  const [opened, setOpened] = useState(false)
  const place = placeOf(fault)
  const open = opened || isAdvanced(place)

  useEffect(() => {
    if (place) fields.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
  }, [place, fault])

  /** The text of a fault is shown at its field. */
  const at = (field: keyof ManualForm) => {
    if (!fault || place !== field) return {}
    return { validationMessage: <FaultText {...words(fault)} />, validationState: 'error' as const }
  }

  return (
    <div className={styles.column} ref={fields}>
      {fault && !place && <FaultBar fault={fault} action={needsSecondKey(fault) ? <SecondKeyAction onKept={onKept} /> : undefined} />}
      <Field label={t('authenticator.adding.issuer')} hint={t('authenticator.adding.issuerHint')} {...at('issuer')}>
        <Input data-testid="field-issuer" value={form.issuer} autoComplete="off" onChange={(_, { value }) => onForm({ issuer: value })} />
      </Field>
      <Field label={t('authenticator.adding.account')} hint={t('authenticator.adding.accountHint')} {...at('account')}>
        <Input data-testid="field-account" value={form.account} autoComplete="off" spellCheck={false} onChange={(_, { value }) => onForm({ account: value })} />
      </Field>
      <Field label={t('authenticator.adding.secret')} hint={t('authenticator.adding.secretHint')} {...at('secret')}>
        <Input
          className={styles.secret}
          data-testid="field-secret"
          value={form.secret}
          autoComplete="off"
          spellCheck={false}
          onChange={(_, { value }) => onForm({ secret: value })}
        />
      </Field>
      <Button
        className={styles.more}
        appearance="subtle"
        icon={open ? <ChevronDownRegular /> : <ChevronRightRegular />}
        aria-expanded={open}
        aria-controls={open ? advanced : undefined}
        data-testid="action-advanced"
        onClick={() => setOpened(!open)}
      >
        {t('authenticator.adding.advanced')}
      </Button>
      {open && (
        <div id={advanced}>
          <AdvancedFields form={form} onForm={onForm} at={at} />
        </div>
      )}
    </div>
  )
}
