// The card of a scenario: what it shows, how long it takes, and who plays.

import { Caption1, CompoundButton, makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components'
import { PlayCircleRegular } from '@fluentui/react-icons/svg/play-circle'
import { AppsRegular } from '@fluentui/react-icons/svg/apps'

const useStyles = makeStyles({
  card: {
    width: '100%',
    height: '100%',
    maxWidth: 'none',
    minHeight: '176px',
    padding: '20px',
    boxSizing: 'border-box',
    justifyContent: 'flex-start',
    alignItems: 'stretch',
    textAlign: 'start',
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusXLarge,
    boxShadow: tokens.shadow2,
    ':hover': { boxShadow: tokens.shadow8, border: `1px solid ${tokens.colorBrandStroke1}` },
  },
  free: { backgroundColor: 'transparent', boxShadow: 'none', border: `1px dashed ${tokens.colorNeutralStroke1}` },
  words: { display: 'flex', flexDirection: 'column', alignSelf: 'stretch', height: '100%', rowGap: '8px', minWidth: 0, overflowWrap: 'anywhere', whiteSpace: 'normal' },
  icon: { fontSize: '28px', display: 'flex', color: tokens.colorBrandForeground1 },
  title: { fontSize: tokens.fontSizeBase500, lineHeight: tokens.lineHeightBase500, fontWeight: tokens.fontWeightSemibold, color: tokens.colorNeutralForeground1 },
  text: { color: tokens.colorNeutralForeground2, fontWeight: tokens.fontWeightRegular, flexGrow: 1 },
  facts: { color: tokens.colorNeutralForeground3, fontWeight: tokens.fontWeightRegular },
})

export interface ScenarioCardProps {
  title: string
  text: string
  facts: string[]
  busy: boolean
  /** Without a story. */
  free?: boolean
  onPress: () => void
  testId: string
}

export function ScenarioCard({ title, text, facts, busy, free = false, onPress, testId }: ScenarioCardProps) {
  const styles = useStyles()
  return (
    <CompoundButton className={mergeClasses(styles.card, free && styles.free)} disabledFocusable={busy} onClick={() => !busy && onPress()} data-testid={testId}>
      <span className={styles.words}>
        <span className={styles.icon} aria-hidden>
          {free ? <AppsRegular /> : <PlayCircleRegular />}
        </span>
        <span className={styles.title}>{title}</span>
        <Text className={styles.text}>{text}</Text>
        {facts.length > 0 && <Caption1 className={styles.facts}>{facts.join(' · ')}</Caption1>}
      </span>
    </CompoundButton>
  )
}
