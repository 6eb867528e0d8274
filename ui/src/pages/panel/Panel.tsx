// The presenter's panel: the story, what the service does, and the controls.

import { makeStyles, tokens } from '@fluentui/react-components'
import { useTranslation } from 'react-i18next'

import { stageOrder, type StageOrder } from '../../backend/stage'
import { EmptyState } from '../../components/EmptyState'
import { FaultBar } from '../../components/FaultBar'
import { Loading } from '../../components/Loading'
import { Action } from '../../components/Action'
import { SlideTextRegular } from '@fluentui/react-icons/svg/slide-text'
import { useStage } from '../../stage/use-stage'
import { useCommand } from '../../state/command'
import { Controls } from './Controls'
import { Feed } from './Feed'
import { Story } from './Story'

const useStyles = makeStyles({
  panel: { height: '100%', display: 'flex', flexDirection: 'column', backgroundColor: tokens.colorNeutralBackground1, overflow: 'hidden' },
  fault: { padding: '8px 16px 0' },
})

export function Panel() {
  const { t } = useTranslation()
  const styles = useStyles()
  const { view, fault } = useStage()
  const command = useCommand()
  const order = (asked: StageOrder) => void command.run(() => stageOrder(asked))
  const wrong = command.fault ?? fault
  return (
    <div className={styles.panel} data-testid="page-panel">
      {wrong && (
        <div className={styles.fault}>
          <FaultBar fault={wrong} />
        </div>
      )}
      {!view && !fault && <Loading rows={4} />}
      {view && !view.playing && (
        <EmptyState
          icon={<SlideTextRegular />}
          title={t('stage.panel')}
          text={t('stage.hint')}
          action={
            <Action appearance="primary" onPress={() => order({ ask: 'cards' })} testId="action-cards">
              {t('stage.cards')}
            </Action>
          }
        />
      )}
      {view?.playing && (
        <>
          <Story play={view.playing} busy={command.busy} onOrder={order} />
          <Feed />
          <Controls view={view} busy={command.busy} onOrder={order} />
        </>
      )}
    </div>
  )
}
