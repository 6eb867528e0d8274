// The stage of the demo: its scenarios, the presenter's panel, and the mail app.

import { call, hear } from './tauri'
import type { MailAppAnswer } from './generated/MailAppAnswer'
import type { StageAct } from './generated/StageAct'
import type { StageCard } from './generated/StageCard'
import type { StageDone } from './generated/StageDone'
import type { StageFeedRow } from './generated/StageFeedRow'
import type { StageOrder } from './generated/StageOrder'
import type { StagePlay } from './generated/StagePlay'
import type { StageStep } from './generated/StageStep'
import type { StageView } from './generated/StageView'
import type { StageWindow } from './generated/StageWindow'

export type { MailAppAnswer, StageAct, StageCard, StageFeedRow, StageOrder, StagePlay, StageStep, StageView, StageWindow }

export const stage = () => call<StageView>('stage')
export const stageOrder = (order: StageOrder) => call<null>('stage_order', { order })
/** What the service wrote down since the scenario began. */
export const stageFeed = () => call<StageFeedRow[]>('stage_feed')
export const stageDone = (done: StageDone) => call<null>('stage_done', { done })
export const onStageChanged = (heard: () => void) => hear<null>('stage-changed', () => heard())
/** The cards are shown, or the page of the main window with this name in their place. */
export const onStageCards = (heard: (page: string | null) => void) => hear<string | null>('stage-cards', heard)
/** *Do it for me* asks this window to do something. */
export const onStageAct = (heard: (act: StageAct) => void) => hear<StageAct>('stage-act', heard)
export const mailAppSignIn = (name: string, password: string) => call<MailAppAnswer>('mail_app_sign_in', { name, password })
