// The stage of the demo: two scenarios, one of them under way.

import type { StageView } from '../../../src/backend/stage'
import type { Answers } from './answer'

const told = (en: string, nl: string, tw: string, cn: string) => ({ en, nl, 'zh-TW': tw, 'zh-CN': cn })

const title = told('An old mail app', 'Een oude mail-app', '舊的郵件應用程式', '旧的邮件应用')
const sentence = told(
  "Ben's mail app cannot ask for a code. It gets a password of its own, and loses it again.",
  'De mail-app van Ben kan geen code vragen. Die krijgt een eigen wachtwoord, en raakt het weer kwijt.',
  'Ben 的郵件應用程式無法要求代碼。它有自己的密碼，之後又被收回。',
  'Ben 的邮件应用不能要求代码。它有自己的密码，之后又被收回。',
)
const does = told(
  "Sign in to the mail app with Ben's usual password, blue-boat.",
  'Meld aan bij de mail-app met Bens gewone wachtwoord, blue-boat.',
  '用 Ben 平常的密碼 blue-boat 登入郵件應用程式。',
  '用 Ben 平时的密码 blue-boat 登录邮件应用。',
)
const say = told(
  'The password is right. The app still stays outside, because it cannot do the second step. All it shows is what the server said.',
  'Het wachtwoord klopt. De app wordt toch geweigerd, want die kan de tweede stap niet doen. Hij toont alleen wat de server zei.',
  '密碼正確，但應用程式無法完成第二個步驟，所以遭到拒絕。它只會顯示伺服器的訊息。',
  '密码正确，但应用不能完成第二个步骤，所以被拒绝。它只显示服务器的消息。',
)
const step = { who: 'Ben', window: 'mail', does, say } as const

/** As the panel and the cards show it. */
export const stageInPlay = (): StageView => ({
  choosing: false,
  scenarios: [
    { id: 'first-day', minutes: 3, title: told('First day', 'Eerste dag', '第一天上班', '第一天上班'), sentence: say, people: ['Eva', 'Ann'] },
    { id: 'old-mail-app', minutes: 2, title, sentence, people: ['Ben'] },
  ],
  asked: null,
  unfinished: null,
  playing: { id: 'old-mail-app', title, steps: [step, { ...step, window: 'main' }, step, { ...step, window: 'phone' }, step], step: 1, done: 1, busy: false, stuck: null },
  clockAhead: 0,
  serviceRunning: true,
  servers: [],
  people: ['Ann', 'Ben', 'Carla', 'Dan', 'Gita', 'Finn', 'Eva'].map((name) => ({ name, userPrincipalName: `${name.toLowerCase()}@contoso.example` })),
  signedIn: 'ben@contoso.example',
  docked: false,
})

export const stage: Answers = {
  stage: (_, world) => world.stage,
  stage_order: ({ order }, world, emit) => {
    const { playing } = world.stage
    if (playing && order.ask === 'next') playing.step = Math.min(playing.step + 1, playing.steps.length - 1)
    if (playing && order.ask === 'back') playing.step = Math.max(playing.step - 1, 0)
    if (playing && order.ask === 'doIt') playing.done = Math.max(playing.done, playing.step + 1)
    if (order.ask === 'service') world.stage.serviceRunning = order.running
    if (order.ask === 'server') world.stage.servers = world.stage.servers.map((server) => (server.name === order.name ? { ...server, running: order.running } : server))
    if (order.ask === 'clock') world.stage.clockAhead += order.seconds * 1000
    emit('stage-changed', null)
  },
  stage_feed: () => [
    { id: '1', time: Date.UTC(2026, 2, 12, 9, 0, 4), told: { kind: 'signIn', result: 'denied', reason: 'app_password_required', mode: 'password' }, person: 'ben@contoso.example', line: 'sign_ins user_name=ben@contoso.example result=denied denial_reason=app_password_required protocol=imap' },
    { id: '2', time: Date.UTC(2026, 2, 12, 9, 0, 31), told: { kind: 'text' }, person: 'Ben Carter', line: 'telephony text to=+1 4255550102' },
    { id: '3', time: Date.UTC(2026, 2, 12, 9, 1, 12), told: { kind: 'change', change: 'app_password_created' }, person: 'ben@contoso.example', line: 'account_changes user=ben@contoso.example change=app_password_created name=Mail on my tablet' },
  ],
  stage_done: () => null,
  mail_app_sign_in: ({ password }) => (password === 'blue-boat' ? { answer: 'refused', words: 'Invalid login or password' } : { answer: 'allowed' }),
}
