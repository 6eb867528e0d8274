// A card with one line for each app, token or device. A line can be renamed and removed; the caller adds the rest.

import { useState, type ReactElement, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

import { Action } from '../../components/Action'
import { useNotify } from '../../components/notify'
import { useOffline } from '../../components/offline'
import { onDemand } from '../../components/on-demand'
import { SettingsCard } from '../../components/SettingsCard'
import { distinctNames } from './distinct-names'
import { MethodRow, MethodRows, type MethodRowProps } from './MethodRows'

const ConfirmDialog = onDemand(async () => (await import('../../components/ConfirmDialog')).ConfirmDialog)
const RenameDialog = onDemand(async () => (await import('../../components/RenameDialog')).RenameDialog)

interface Line {
  id: string
  displayName: string
  createdDateTime: string
}

export interface MethodCardProps<L extends Line> {
  icon: ReactElement
  title: string
  testId: string
  state: string
  /** No method can be added here. */
  off?: boolean
  /** The button that adds one, or actions on all of them. */
  control: ReactNode
  lines: L[]
  lineTestId: string
  describe: (line: L) => Pick<MethodRowProps, 'mark' | 'facts' | 'warning'>
  /** The first button of a line. `name` distinguishes lines with the same name. */
  first?: { words: string; testId: string; blocked: string | null; onPress: (line: L, name: string) => void }
  rename: { testId: string; work: (line: L, name: string) => Promise<unknown> }
  remove: {
    words: string
    testId: string
    /** Why a line cannot be removed. */
    blocked?: (line: L) => string | null
    dialog: string
    ask: (line: L, name: string) => { title: string; text: string }
    work: (line: L) => Promise<unknown>
    done: (line: L) => string
  }
  onChanged: () => Promise<void>
}

export function MethodCard<L extends Line>({ lines, lineTestId, describe, first, rename, remove, onChanged, ...card }: MethodCardProps<L>) {
  const { t } = useTranslation()
  const offline = useOffline()
  const notify = useNotify()
  const [open, setOpen] = useState<{ kind: 'rename' | 'remove'; line: L } | null>(null)
  const names = distinctNames(lines)
  const nameOf = ({ id, displayName }: L) => names.get(id) ?? displayName
  const close = () => setOpen(null)
  const end = (words: string) => {
    close()
    notify(words)
  }
  return (
    <>
      <SettingsCard {...card}>
        {lines.length > 0 && (
          <MethodRows>
            {lines.map((line) => (
              <MethodRow key={line.id} name={nameOf(line)} {...describe(line)} testId={lineTestId}>
                {first && (
                  <Action size="small" blocked={first.blocked} name={`${first.words}: ${nameOf(line)}`} onPress={() => first.onPress(line, nameOf(line))} testId={first.testId}>
                    {first.words}
                  </Action>
                )}
                <Action size="small" blocked={offline} name={`${t('rename.action')}: ${nameOf(line)}`} onPress={() => setOpen({ kind: 'rename', line })} testId={rename.testId}>
                  {t('rename.action')}
                </Action>
                <Action
                  size="small"
                  appearance="subtle"
                  danger
                  blocked={offline ?? remove.blocked?.(line) ?? null}
                  name={`${remove.words}: ${nameOf(line)}`}
                  onPress={() => setOpen({ kind: 'remove', line })}
                  testId={remove.testId}
                >
                  {remove.words}
                </Action>
              </MethodRow>
            ))}
          </MethodRows>
        )}
      </SettingsCard>
      {open?.kind === 'rename' && (
        <RenameDialog
          name={open.line.displayName}
          work={async (name) => {
            await rename.work(open.line, name)
            await onChanged()
          }}
          onCancel={close}
          onDone={() => end(t('rename.renamed'))}
        />
      )}
      {open?.kind === 'remove' && (
        <ConfirmDialog
          {...remove.ask(open.line, nameOf(open.line))}
          yes={remove.words}
          no={t('common.cancel')}
          danger
          testId={remove.dialog}
          onYes={async () => {
            await remove.work(open.line)
            await onChanged()
          }}
          onDone={() => end(remove.done(open.line))}
          onNo={close}
        />
      )}
    </>
  )
}
