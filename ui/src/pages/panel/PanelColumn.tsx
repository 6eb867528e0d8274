// The stage in the main window: the keys of a clicker, and on a desktop where windows cannot be placed also the presenter's
// panel, as a column.

import { makeStyles, tokens } from '@fluentui/react-components'
import { useTranslation } from 'react-i18next'

import { useStage } from '../../stage/use-stage'
import { Panel } from './Panel'
import { useClicker } from './use-clicker'

const useStyles = makeStyles({
  column: { width: '360px', flexShrink: 0, height: '100%', borderLeft: `1px solid ${tokens.colorNeutralStroke2}`, '@media (max-width: 1023px)': { width: '300px' }, '@media (max-width: 759px)': { display: 'none' } },
})

export function PanelColumn() {
  const { view } = useStage()
  return view?.playing ? <Playing docked={view.docked} /> : null
}

function Playing({ docked }: { docked: boolean }) {
  const { t } = useTranslation()
  const styles = useStyles()
  useClicker()
  if (!docked) return null
  return (
    <aside className={styles.column} aria-label={t('stage.panel')}>
      <Panel />
    </aside>
  )
}
