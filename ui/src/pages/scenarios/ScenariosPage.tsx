// The first page of the demo: the scenarios as cards, and free play.

import { makeStyles, Text, Title2, tokens } from '@fluentui/react-components'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'

import { stageOrder, type StageCard } from '../../backend/stage'
import { Action } from '../../components/Action'
import { FaultBar } from '../../components/FaultBar'
import { Loading } from '../../components/Loading'
import { Notice } from '../../components/Notice'
import { nextMorning, useStage, useToldWords } from '../../stage/use-stage'
import { useCommand } from '../../state/command'
import { Looks } from './Looks'
import { ScenarioCard } from './ScenarioCard'

const useStyles = makeStyles({
  back: { height: '100%', overflowY: 'auto', backgroundColor: tokens.colorNeutralBackground2 },
  page: { maxWidth: '960px', boxSizing: 'border-box', marginInline: 'auto', padding: '32px 32px 40px', display: 'flex', flexDirection: 'column', rowGap: '24px', '@media (max-width: 559px)': { padding: '16px' } },
  head: { display: 'flex', flexWrap: 'wrap', alignItems: 'flex-start', justifyContent: 'space-between', gap: '16px 24px' },
  words: { display: 'flex', flexDirection: 'column', rowGap: '4px', minWidth: 0 },
  title: { margin: 0, textWrap: 'balance', '@media (max-width: 559px)': { fontSize: tokens.fontSizeBase600, lineHeight: '32px' } },
  hint: { color: tokens.colorNeutralForeground3 },
  cards: { margin: 0, padding: 0, listStyle: 'none', display: 'grid', gridTemplateColumns: 'repeat(auto-fill, minmax(min(272px, 100%), 1fr))', gap: '16px' },
})

export default function ScenariosPage() {
  const { t } = useTranslation()
  const styles = useStyles()
  const told = useToldWords()
  const { view, fault } = useStage()
  const command = useCommand()
  const begin = ({ id }: Pick<StageCard, 'id'>) => void command.run(() => stageOrder({ ask: 'begin', id, morning: nextMorning(Date.now()) }))

  // The scenario of the command line begins by itself, once.
  const asked = view?.asked ?? null
  const begun = useRef(false)
  useEffect(() => {
    if (asked === null || begun.current) return
    begun.current = true
    begin({ id: asked })
  })

  const unfinished = view?.scenarios.find(({ id }) => id === view.unfinished)
  const wrong = command.fault ?? fault
  return (
    <main className={styles.back} data-testid="page-scenarios">
      <div className={styles.page}>
        <header className={styles.head}>
          <div className={styles.words}>
            <Title2 as="h1" className={styles.title}>
              {t('stage.title')}
            </Title2>
            <Text className={styles.hint}>{t('stage.hint')}</Text>
          </div>
          <Looks />
        </header>
        {wrong && <FaultBar fault={wrong} />}
        {unfinished && (
          <Notice
            title={t('stage.unfinished', { title: told(unfinished.title) })}
            testId="notice-unfinished-scenario"
            action={
              <Action busy={command.busy} onPress={() => void command.run(() => stageOrder({ ask: 'goOn' }))} testId="action-go-on">
                {t('stage.goOn')}
              </Action>
            }
          />
        )}
        {!view && !fault && <Loading rows={4} />}
        {view && (
          <ul className={styles.cards}>
            {view.scenarios.map((card) => (
              <li key={card.id}>
                <ScenarioCard
                  title={told(card.title)}
                  text={told(card.sentence)}
                  facts={[t('stage.minutes', { count: card.minutes }), card.people.join(', ')]}
                  busy={command.busy}
                  onPress={() => begin(card)}
                  testId={`scenario-${card.id}`}
                />
              </li>
            ))}
            <li>
              <ScenarioCard free title={t('stage.free')} text={t('stage.freeText')} facts={[]} busy={command.busy} onPress={() => void command.run(() => stageOrder({ ask: 'freePlay' }))} testId="scenario-free" />
            </li>
          </ul>
        )}
      </div>
    </main>
  )
}
