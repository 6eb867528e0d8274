// The question of the help desk on a phone: who says that they talk to the person, and what they are going to do.

import { makeStyles, Text } from '@fluentui/react-components'
import { useTranslation } from 'react-i18next'

import type { CallerQuestion } from '../backend/callers'

const useStyles = makeStyles({
  question: { display: 'flex', flexDirection: 'column', rowGap: '4px', overflowWrap: 'anywhere' },
  acts: { margin: 0, paddingInlineStart: '20px' },
})

export function CallerQuestionText({ question: { agentName, agent, acts } }: { question: CallerQuestion }) {
  const { t } = useTranslation()
  const styles = useStyles()
  return (
    <div className={styles.question} data-testid="caller-question">
      <Text>{t('callers.question.text', { name: agentName, agent })}</Text>
      <ul className={styles.acts}>
        {acts.map((act) => (
          <li key={act}>{t(`callers.question.acts.${act}`)}</li>
        ))}
      </ul>
      <Text>{t('callers.question.next')}</Text>
    </div>
  )
}
