// The found error codes with their meaning and the next step.

import { makeStyles, Subtitle2, Text, tokens } from '@fluentui/react-components'
import { useTranslation } from 'react-i18next'

import { Action } from '../../components/Action'
import type { Destination } from '../../state/destination'
import type { CodeEntry } from './search'

const useStyles = makeStyles({
  section: { display: 'flex', flexDirection: 'column', rowGap: '8px' },
  heading: { margin: '8px 0 0' },
  list: {
    margin: 0,
    padding: 0,
    listStyle: 'none',
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
  },
  entry: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '8px 16px', padding: '12px 16px', ':not(:first-child)': { borderTop: `1px solid ${tokens.colorNeutralStroke3}` } },
  words: { display: 'flex', flexDirection: 'column', rowGap: '2px', flexGrow: 1, flexBasis: '260px', overflowWrap: 'anywhere' },
  code: { fontFamily: tokens.fontFamilyMonospace, fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground3, userSelect: 'text' },
  soft: { color: tokens.colorNeutralForeground2 },
})

/** An app password solves the problem. */
const forOldApps = new Set(['0x800434D4L', 'app_password_required', 'app_password_invalid'])

export function CodeList({ codes, onGo }: { codes: CodeEntry[]; onGo: (to: Destination) => void }) {
  const { t } = useTranslation()
  const styles = useStyles()
  return (
    <section className={styles.section} aria-labelledby="help-codes">
      <Subtitle2 as="h2" id="help-codes" className={styles.heading}>
        {t('help.errorCodes')}
      </Subtitle2>
      <ul className={styles.list}>
        {codes.map(({ code, title, reasons, next }) => (
          <li key={code} className={styles.entry} data-testid={`help-code-${code}`}>
            <span className={styles.words}>
              <Text weight="semibold">{title}</Text>
              {reasons.map((reason) => (
                <Text key={reason} className={styles.soft}>
                  {reason}
                </Text>
              ))}
              <Text className={styles.soft}>{next}</Text>
              <span className={styles.code}>{code}</span>
            </span>
            {forOldApps.has(code) && (
              <Action onPress={() => onGo({ page: 'security', tab: 'appPasswords', intent: 'createAppPassword' })} testId="action-code-createAppPassword">
                {t('help.actions.createAppPassword')}
              </Action>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
