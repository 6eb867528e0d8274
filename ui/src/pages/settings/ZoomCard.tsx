// The zoom of the window.

import { Dropdown, makeStyles, Option } from '@fluentui/react-components'
import { ZoomInRegular } from '@fluentui/react-icons/svg/zoom-in'
import { useTranslation } from 'react-i18next'

import { FaultBar } from '../../components/FaultBar'
import { SettingsCard } from '../../components/SettingsCard'
import { useCommand } from '../../state/command'
import { useFormats } from '../../state/format'
import { useSettings } from '../../state/settings'
import { zoomLevels, zoomTo } from '../../state/zoom'

const useStyles = makeStyles({ dropdown: { minWidth: '200px' } })

export function ZoomCard() {
  const { t } = useTranslation()
  const styles = useStyles()
  const format = useFormats()
  const { zoom } = useSettings()
  const { fault, run } = useCommand()
  return (
    <>
      {fault && <FaultBar fault={fault} />}
      <SettingsCard
        icon={<ZoomInRegular />}
        title={t('settings.zoom')}
        state={t('settings.zoomHint')}
        testId="card-zoom"
        control={
          <Dropdown
            inlinePopup
            className={styles.dropdown}
            aria-label={t('settings.zoom')}
            data-testid="field-zoom"
            value={format.percent(zoom)}
            selectedOptions={[String(zoom)]}
            onOptionSelect={(_, { optionValue }) => void run(() => zoomTo(Number(optionValue)))}
          >
            {zoomLevels.map((level) => (
              <Option key={level} value={String(level)}>
                {format.percent(level)}
              </Option>
            ))}
          </Dropdown>
        }
      />
    </>
  )
}
