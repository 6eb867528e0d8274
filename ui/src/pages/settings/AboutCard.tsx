// The version of Proofup, and the folder of its data.

import { makeStyles, tokens } from '@fluentui/react-components'
import { InfoRegular } from '@fluentui/react-icons/svg/info'
import { useTranslation } from 'react-i18next'

import { copyText, type About } from '../../backend/app'
import { Action } from '../../components/Action'
import { useCopy } from '../../components/use-copy'
import { FaultBar } from '../../components/FaultBar'
import { SettingsCard } from '../../components/SettingsCard'

const useStyles = makeStyles({
  line: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', justifyContent: 'space-between', gap: '8px 16px', padding: '12px 16px 12px 52px', '@media (max-width: 559px)': { paddingLeft: '16px' } },
  list: { margin: 0, flexGrow: 1, flexBasis: '200px' },
  name: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  value: { margin: 0, overflowWrap: 'anywhere', userSelect: 'text' },
})

export function AboutCard({ about }: { about: About }) {
  const { t } = useTranslation()
  const styles = useStyles()
  const { copied, fault, copy } = useCopy(() => copyText(about.dataFolder))
  return (
    <>
      {fault && <FaultBar fault={fault} />}
      <SettingsCard icon={<InfoRegular />} title={t('settings.about')} state={t('settings.version', { version: about.version })} testId="card-about">
        <div className={styles.line}>
          <dl className={styles.list}>
            <dt className={styles.name}>{t('settings.dataFolder')}</dt>
            <dd className={styles.value}>{about.dataFolder}</dd>
          </dl>
          <Action size="small" onPress={copy} name={copied ? undefined : t('settings.copyDataFolder')} testId="action-copy-data-folder">
            {copied ? t('common.copied') : t('settings.copyDataFolder')}
          </Action>
        </div>
      </SettingsCard>
    </>
  )
}
