// A task that waits on another page, with a button that opens it.

import { Action } from '../components/Action'
import { Notice } from '../components/Notice'
import { TopBar } from './TopBar'

export interface WaitingBarProps {
  title: string
  text?: string
  show: string
  onShow: () => void
  testId: string
  actionTestId: string
}

export function WaitingBar({ title, text, show, onShow, testId, actionTestId }: WaitingBarProps) {
  return (
    <TopBar>
      <Notice
        testId={testId}
        title={title}
        action={
          <Action size="small" onPress={onShow} testId={actionTestId}>
            {show}
          </Action>
        }
      >
        {text}
      </Notice>
    </TopBar>
  )
}
