// Starts the demo phone.

import { createRoot } from 'react-dom/client'

import { keepOwnWordsUnselected } from './app/own-words'
import { Styled } from './app/Styled'
import { DemoPhoneWindow } from './pages/demo-phone/DemoPhoneWindow'
import { followStage } from './stage/follow'
import { openSettings } from './state/settings'

async function open() {
  keepOwnWordsUnselected()
  await Promise.all([openSettings(), followStage()])
  const root = document.getElementById('root')
  if (!root) return
  createRoot(root).render(
    <Styled>
      <DemoPhoneWindow />
    </Styled>,
  )
}

void open()
