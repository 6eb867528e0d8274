// When the vault locks automatically: each event has its switch. An event that the system does not report explains
// that.

import { Dropdown, makeStyles, Option, Text } from '@fluentui/react-components'
import { LockClosedRegular } from '@fluentui/react-icons/svg/lock-closed'
import { useTranslation } from 'react-i18next'

import type { LockingSettings, VaultView } from '../../../backend/vault'
import { FaultBar } from '../../../components/FaultBar'
import { SettingsCard } from '../../../components/SettingsCard'
import { SwitchRow } from '../SwitchRow'
import { useCommand } from '../../../state/command'
import { useFormats } from '../../../state/format'
import { changeSettings, useSettings } from '../../../state/settings'

const MINUTES = [1, 5, 15, 30, 60]
const NEVER = 'never'

const useStyles = makeStyles({
  rows: { display: 'flex', flexDirection: 'column' },
  row: { display: 'flex', alignItems: 'center', justifyContent: 'space-between', columnGap: '16px', minHeight: '44px', padding: '4px 16px 4px 52px', '@media (max-width: 559px)': { paddingLeft: '16px' } },
  dropdown: { minWidth: '160px' },
})

export function LockingCard({ triggers }: { triggers: VaultView['triggers'] }) {
  const { t } = useTranslation()
  const styles = useStyles()
  const format = useFormats()
  const { locking } = useSettings()
  const { fault, run } = useCommand()
  const change = (part: Partial<LockingSettings>) => void run(() => changeSettings({ locking: { ...locking, ...part } }))
  const after = (minutes: number) => t('vault.locking.minutes', { time: format.duration(minutes * 60) })
  const switches = [
    { name: 'onSuspend', hint: triggers.suspend ? null : t('vault.locking.untold'), told: triggers.suspend },
    { name: 'onSessionLock', hint: triggers.session ? null : t('vault.locking.untold'), told: triggers.session },
    { name: 'atStart', hint: t('vault.locking.atStartHint'), told: true },
  ] as const
  return (
    <>
      {fault && <FaultBar fault={fault} />}
      <SettingsCard icon={<LockClosedRegular />} title={t('vault.locking.title')} testId="card-vault-locking" padded>
        <div className={styles.rows}>
          <div className={styles.row}>
            <Text>{t('vault.locking.idle')}</Text>
            <Dropdown
              inlinePopup
              className={styles.dropdown}
              aria-label={t('vault.locking.idle')}
              data-testid="field-lock-idle"
              value={locking.idleMinutes === null ? t('vault.locking.never') : after(locking.idleMinutes)}
              selectedOptions={[locking.idleMinutes === null ? NEVER : String(locking.idleMinutes)]}
              onOptionSelect={(_, { optionValue }) => change({ idleMinutes: optionValue === NEVER ? null : Number(optionValue) })}
            >
              <Option value={NEVER}>{t('vault.locking.never')}</Option>
              {MINUTES.map((minutes) => (
                <Option key={minutes} value={String(minutes)}>
                  {after(minutes)}
                </Option>
              ))}
            </Dropdown>
          </div>
          {switches.map(({ name, hint, told }) => (
            <SwitchRow
              key={name}
              label={t(`vault.locking.${name}`)}
              hint={hint}
              blocked={told ? null : hint}
              checked={told && locking[name]}
              onChange={(checked) => change({ [name]: checked })}
              testId={`field-lock-${name}`}
            />
          ))}
        </div>
      </SettingsCard>
    </>
  )
}
