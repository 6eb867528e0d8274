// The strip at the top: the owner of the phone, a hint that it is not real, and a choice between several numbers.

import { makeStyles, Select, tokens } from '@fluentui/react-components'
import { PhoneChatRegular } from '@fluentui/react-icons/svg/phone-chat'
import { useTranslation } from 'react-i18next'

import type { Phone } from './phones'

const useStyles = makeStyles({
  strip: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: '8px',
    flexShrink: 0,
    padding: '12px 16px',
    backgroundColor: tokens.colorBrandBackground2,
    color: tokens.colorNeutralForeground1,
    // Striped, so that it does not look like a real phone.
    borderBottom: `4px dashed ${tokens.colorBrandStroke1}`,
  },
  who: { display: 'flex', alignItems: 'center', columnGap: '10px', minWidth: 0 },
  icon: { flexShrink: 0, fontSize: '28px', color: tokens.colorBrandForeground2 },
  words: { display: 'flex', flexDirection: 'column', minWidth: 0, overflowWrap: 'anywhere' },
  heading: { margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400, fontWeight: tokens.fontWeightSemibold },
  soft: { fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, color: tokens.colorNeutralForeground2 },
})

export interface OwnerStripProps {
  phones: Phone[]
  /** The chosen number; null for all. */
  chosen: string | null
  onChoose: (number: string | null) => void
}

export function OwnerStrip({ phones, chosen, onChoose }: OwnerStripProps) {
  const { t } = useTranslation()
  const styles = useStyles()
  const phone = phones.find(({ number }) => number === chosen) ?? (phones.length === 1 ? phones[0] : undefined)
  const heading = phone?.owner ? t('demoPhone.of', { name: phone.owner }) : t('demoPhone.title')
  const about = phone ? (phone.owner ? phone.number : `${phone.number} · ${t('demoPhone.ofNobody')}`) : null
  return (
    <header className={styles.strip}>
      <div className={styles.who}>
        <PhoneChatRegular className={styles.icon} aria-hidden />
        <div className={styles.words}>
          <h1 className={styles.heading} data-testid="phone-owner">
            {heading}
          </h1>
          {about && <span className={styles.soft}>{about}</span>}
          <span className={styles.soft}>{t('demoPhone.notReal')}</span>
        </div>
      </div>
      {phones.length > 1 && (
        <Select
          aria-label={t('demoPhone.whose')}
          data-testid="field-phone"
          value={chosen ?? ''}
          onChange={(_, { value }) => onChoose(value === '' ? null : value)}
        >
          <option value="">{t('demoPhone.all')}</option>
          {phones.map(({ number, owner }) => (
            <option key={number} value={number}>
              {owner ? t('demoPhone.number', { name: owner, number }) : number}
            </option>
          ))}
        </Select>
      )}
    </header>
  )
}
