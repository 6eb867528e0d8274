// The address of the organisation's service.

import { Field, Input, makeStyles } from '@fluentui/react-components'
import { ServerRegular } from '@fluentui/react-icons/svg/server'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { Action } from '../../components/Action'
import { FaultBar } from '../../components/FaultBar'
import { useFieldFaults } from '../../components/field-faults'
import { useNotify } from '../../components/notify'
import { LinkScan } from '../../components/scan/LinkScan'
import { SettingsCard } from '../../components/SettingsCard'
import { useCommand } from '../../state/command'
import { changeSettings, useSettings } from '../../state/settings'

const useStyles = makeStyles({
  form: { display: 'flex', flexWrap: 'wrap', gap: '8px', alignItems: 'flex-start', padding: '12px 16px 16px' },
  // Beside the field, not beside its label or error.
  save: { paddingTop: '26px' },
  field: { flexGrow: 1, minWidth: '220px' },
  scan: { flexBasis: '100%' },
})

export function ServiceCard({ demo }: { demo: boolean }) {
  const { t } = useTranslation()
  const styles = useStyles()
  const notify = useNotify()
  const { serviceAddress } = useSettings()
  const [typed, setTyped] = useState(serviceAddress)
  const { busy, run, ...command } = useCommand()
  const faults = useFieldFaults(command, { address: ['service_address_invalid'] })
  const fixed = demo ? t('settings.serviceDemo') : null
  const unchanged = typed.trim() === serviceAddress ? t('settings.unchanged') : null
  const save = async () => {
    if (fixed || unchanged) return
    if (await run(() => changeSettings({ serviceAddress: typed.trim() }))) notify(t('settings.saved'))
  }
  return (
    <>
      {faults.bar && <FaultBar fault={faults.bar} />}
      <SettingsCard icon={<ServerRegular />} title={t('settings.service')} state={fixed ?? t('settings.serviceHint')} testId="card-service">
        <form
          className={styles.form}
          noValidate
          onSubmit={(event) => {
            event.preventDefault()
            void save()
          }}
        >
          <Field label={t('settings.serviceAddress')} className={styles.field} {...faults.at('address')}>
            <Input
              data-testid="field-service-address"
              type="url"
              spellCheck={false}
              placeholder="https://verify.example.com"
              readOnly={demo}
              value={typed}
              onChange={(_, { value }) => {
                faults.typed('address')
                setTyped(value)
              }}
            />
          </Field>
          <div className={styles.save}>
            <Action type="submit" busy={busy} blocked={fixed ?? unchanged} testId="action-save-service">
              {t('common.save')}
            </Action>
          </div>
          {!demo && (
            <div className={styles.scan}>
              <LinkScan
                onLink={(link) => {
                  faults.typed('address')
                  setTyped(link)
                }}
              />
            </div>
          )}
        </form>
      </SettingsCard>
    </>
  )
}
