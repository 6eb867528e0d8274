// The questions in their groups. Each opens in place; the arrow keys move between them.

import { Accordion, AccordionHeader, AccordionItem, AccordionPanel, makeStyles, Subtitle2, tokens } from '@fluentui/react-components'
import { useRef, type KeyboardEvent } from 'react'

import type { Destination } from '../../state/destination'
import type { Topic, TopicGroup } from './search'
import { TopicActions } from './TopicActions'

const useStyles = makeStyles({
  groups: { display: 'flex', flexDirection: 'column', rowGap: '16px' },
  group: { display: 'flex', flexDirection: 'column', rowGap: '8px' },
  heading: { margin: '8px 0 0' },
  list: {
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
    overflow: 'hidden',
  },
  item: { ':not(:first-child)': { borderTop: `1px solid ${tokens.colorNeutralStroke3}` } },
  header: { '& button': { minHeight: '48px', paddingInline: '16px' }, overflowWrap: 'anywhere' },
  panel: { display: 'flex', flexDirection: 'column', rowGap: '12px', margin: 0, padding: '0 16px 16px 44px', '@media (max-width: 559px)': { paddingLeft: '16px' } },
  steps: { margin: 0, paddingLeft: '20px', display: 'flex', flexDirection: 'column', rowGap: '6px', maxWidth: '75ch', lineHeight: tokens.lineHeightBase300 },
})

/** The next position after a key. */
const to: Record<string, (at: number, of: number) => number> = {
  ArrowDown: (at, of) => Math.min(at + 1, of - 1),
  ArrowUp: (at) => Math.max(at - 1, 0),
  Home: () => 0,
  End: (_, of) => of - 1,
}

export interface TopicGroupsProps {
  groups: TopicGroup[]
  /** Open at first. */
  opened?: string
  onGo: (to: Destination) => void
}

export function TopicGroups({ groups, opened, onGo }: TopicGroupsProps) {
  const styles = useStyles()
  const all = useRef<HTMLDivElement>(null)
  const press = (event: KeyboardEvent) => {
    const headers = [...(all.current?.querySelectorAll<HTMLElement>('h3 button') ?? [])]
    const at = headers.findIndex((header) => header === event.target)
    const next = at < 0 ? undefined : headers[to[event.key]?.(at, headers.length) ?? -1]
    if (!next) return
    event.preventDefault()
    next.focus()
  }
  return (
    // eslint-disable-next-line jsx-a11y/no-static-element-interactions -- only the arrow keys of the buttons inside are heard here
    <div ref={all} className={styles.groups} onKeyDown={press}>
      {groups.map(({ id, title, topics }) => (
        <section key={id} className={styles.group} aria-labelledby={`help-${id}`} data-testid={`help-group-${id}`}>
          <Subtitle2 as="h2" id={`help-${id}`} className={styles.heading}>
            {title}
          </Subtitle2>
          <Accordion collapsible multiple className={styles.list} defaultOpenItems={opened ? [opened] : []}>
            {topics.map((topic) => (
              <AccordionItem key={topic.id} value={topic.id} className={styles.item} data-testid={`help-${topic.id}`}>
                <AccordionHeader as="h3" className={styles.header}>
                  {topic.title}
                </AccordionHeader>
                <AccordionPanel className={styles.panel}>
                  <Steps topic={topic} />
                  <TopicActions actions={topic.actions} onGo={onGo} />
                </AccordionPanel>
              </AccordionItem>
            ))}
          </Accordion>
        </section>
      ))}
    </div>
  )
}

function Steps({ topic }: { topic: Topic }) {
  const styles = useStyles()
  return (
    <ol className={styles.steps}>
      {topic.steps.map((step) => (
        <li key={step}>{step}</li>
      ))}
    </ol>
  )
}
