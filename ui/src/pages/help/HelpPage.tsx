// Help: questions, each with a button for its action; the search also finds error codes.

import { makeStyles, Text, tokens } from '@fluentui/react-components'
import { QuestionCircleRegular } from '@fluentui/react-icons/svg/question-circle'
import { useDeferredValue, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'

import { Action } from '../../components/Action'
import { EmptyState } from '../../components/EmptyState'
import { Page } from '../../components/Page'
import { SearchInput } from '../../components/SearchInput'
import type { Destination } from '../../state/destination'
import { CodeList } from './CodeList'
import { CopyDetails } from './CopyDetails'
import { codeEntries, finds, topicGroups } from './search'
import { TopicGroups } from './TopicGroups'

const useStyles = makeStyles({
  hint: { color: tokens.colorNeutralForeground3, maxWidth: '75ch' },
  search: { width: '100%', maxWidth: '420px' },
  count: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
})

export default function HelpPage({ onGo }: { onGo: (to: Destination) => void }) {
  const { t, i18n } = useTranslation()
  const styles = useStyles()
  const [typed, setTyped] = useState('')
  const search = useDeferredValue(typed).trim()
  // `t` changes with the language.
  const groups = useMemo(() => topicGroups(t), [t])
  const codes = useMemo(() => codeEntries(t, i18n.language), [t, i18n.language])
  const found = useMemo(() => {
    const isFound = finds(search)
    return {
      groups: groups.map((group) => ({ ...group, topics: group.topics.filter(isFound) })).filter(({ topics }) => topics.length > 0),
      codes: search ? codes.filter(isFound) : [],
    }
  }, [search, groups, codes])
  const topics = found.groups.flatMap((group) => group.topics)
  const count = topics.length + found.codes.length
  return (
    <Page title={t('help.title')} testId="page-help">
      <Text className={styles.hint}>{t('help.hint')}</Text>
      <SearchInput className={styles.search} placeholder={t('help.search')} value={typed} onChange={setTyped} testId="field-search" />
      <span role="status" className={styles.count} data-testid="help-count">
        {search && count > 0 && t('help.found', { count })}
      </span>
      {count === 0 && (
        <EmptyState
          icon={<QuestionCircleRegular />}
          title={t('help.nothingTitle', { search })}
          text={t('help.nothingText')}
          testId="help-nothing"
          action={
            <>
              <Action onPress={() => setTyped('')} testId="action-clear-search">
                {t('common.clearSearch')}
              </Action>
              <CopyDetails />
            </>
          }
        />
      )}
      {/* A single result is open at once. */}
      <TopicGroups key={topics.length === 1 ? topics[0]?.id : 'all'} groups={found.groups} opened={topics.length === 1 ? topics[0]?.id : undefined} onGo={onGo} />
      {found.codes.length > 0 && <CodeList codes={found.codes} onGo={onGo} />}
    </Page>
  )
}
