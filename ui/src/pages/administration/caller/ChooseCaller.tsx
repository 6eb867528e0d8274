// What is going to be done, and the phone that is asked.

import { Checkbox, Field, makeStyles, Radio, RadioGroup, Text, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import type { CallerAct, CallerOption } from '../../../backend/callers'
import type { Fault } from '../../../backend/fault'
import { Action } from '../../../components/Action'
import { FaultBar } from '../../../components/FaultBar'
import { FormDialog } from '../../../components/FormDialog'
import { useFormats } from '../../../state/format'

const useStyles = makeStyles({
  acts: { display: 'flex', flexDirection: 'column' },
  hint: { display: 'block', color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  lately: { display: 'block', color: tokens.colorStatusWarningForeground3, fontSize: tokens.fontSizeBase200 },
})

/** What this window can do to a person. A new password is set on the command line. */
const ACTS: readonly CallerAct[] = ['oneTimeBypass', 'requireReregistration', 'deleteAppPasswords']

export interface ChooseCallerProps {
  title: string
  options: readonly CallerOption[]
  acts: readonly CallerAct[]
  busy: boolean
  fault: Fault | null
  onAsk: (option: CallerOption, acts: CallerAct[]) => void
  onCancel: () => void
}

export function ChooseCaller({ title, options, acts: given, busy, fault, onAsk, onCancel }: ChooseCallerProps) {
  const { t } = useTranslation()
  const styles = useStyles()
  const format = useFormats()
  const [acts, setActs] = useState<readonly CallerAct[]>(given)
  const [chosen, setChosen] = useState(0)
  const option = options[chosen]
  const missing = !option ? t('callers.noPhone') : acts.length === 0 ? t('callers.noAct') : null
  return (
    <FormDialog
      title={title}
      testId="dialog-verify-caller"
      height="steady"
      onCancel={onCancel}
      onSubmit={() => option && !missing && onAsk(option, [...acts])}
      actions={
        <>
          <Action onPress={onCancel} testId="action-cancel">
            {t('common.cancel')}
          </Action>
          <Action type="submit" appearance="primary" busy={busy} blocked={missing} testId="action-ask-caller">
            {t('callers.ask')}
          </Action>
        </>
      }
    >
      {fault && <FaultBar fault={fault} />}
      {options.length === 0 ? (
        <Text data-testid="no-caller-options">{t('callers.noPhoneText')}</Text>
      ) : (
        <Field label={t('callers.phone')} hint={t('callers.phoneHint')}>
          <RadioGroup value={String(chosen)} onChange={(_, { value }) => setChosen(Number(value))}>
            {options.map(({ way, methodId, target, addedDateTime, addedLately }, index) => (
              <Radio
                key={`${way} ${methodId}`}
                value={String(index)}
                data-testid={`caller-${way}`}
                label={
                  <>
                    {t(`callers.ways.${way}`, { target })}
                    <Text className={styles.hint}>{t(`callers.wayHints.${way}`)}</Text>
                    {addedLately && (
                      <Text className={styles.lately} data-testid="added-lately">
                        {t('callers.addedLately', { date: format.date(addedDateTime) })}
                      </Text>
                    )}
                  </>
                }
              />
            ))}
          </RadioGroup>
        </Field>
      )}
      <Field label={t('callers.what')} hint={t('callers.whatHint')}>
        <div className={styles.acts}>
          {ACTS.map((act) => (
            <Checkbox
              key={act}
              label={t(`callers.acts.${act}`)}
              checked={acts.includes(act)}
              onChange={(_, { checked }) => setActs(ACTS.filter((one) => (one === act ? checked === true : acts.includes(one))))}
              data-testid={`caller-act-${act}`}
            />
          ))}
        </div>
      </Field>
    </FormDialog>
  )
}
