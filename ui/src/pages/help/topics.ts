// The questions by group, and the button of each.

import type en from '../../locales/en'
import type { Destination } from '../../state/destination'

export type TopicId = keyof typeof en.help.topics
export type GroupId = keyof typeof en.help.groups
export type ActionLabel = keyof typeof en.help.actions

/** The action of a button: opens a page, or works on this page. */
export type TopicAction = { label: ActionLabel; go: Destination } | { label: 'checkClock' | 'copyDetails' | 'changePassword' | 'tryService' }

const security: TopicAction = { label: 'openSecurity', go: { page: 'security' } }
const activity: TopicAction = { label: 'openActivity', go: { page: 'activity' } }
const vault: TopicAction = { label: 'openVault', go: { page: 'settings', section: 'vault' } }
const setUpApp: TopicAction = { label: 'setUpApp', go: { page: 'security', intent: 'setUpApp' } }
const createAppPassword: TopicAction = { label: 'createAppPassword', go: { page: 'security', tab: 'appPasswords', intent: 'createAppPassword' } }

/** The groups in order, each with its questions; the first button of a question is the main one. */
export const groups: [GroupId, [TopicId, ...TopicAction[]][]][] = [
  [
    'signIn',
    [
      ['codesRefused', { label: 'checkClock' }, security],
      ['noText', setUpApp],
      ['noCall', { label: 'openApprovals', go: { page: 'approvals' } }],
      ['noMethod', { label: 'copyDetails' }],
      ['locked', { label: 'copyDetails' }],
      ['askedEveryTime', security],
      ['changePassword', { label: 'changePassword' }],
    ],
  ],
  [
    'devices',
    [
      ['lostPhone', security, { label: 'deleteAppPasswords', go: { page: 'security', tab: 'appPasswords', intent: 'deleteAppPasswords' } }],
      ['newPhone', setUpApp],
      ['newNumber', { label: 'changeNumber', go: { page: 'security', intent: 'changePhone' } }],
      ['notActivated', setUpApp],
      ['gotToken', { label: 'addToken', go: { page: 'security', intent: 'addToken' } }],
    ],
  ],
  [
    'apps',
    [
      ['mailApp', createAppPassword],
      ['nonBrowser', createAppPassword],
      ['noAppPassword', { label: 'openAppPasswords', go: { page: 'security', tab: 'appPasswords' } }],
    ],
  ],
  [
    'authenticator',
    [
      ['addAccount', { label: 'addAccount', go: { page: 'authenticator', intent: 'addAccount' } }],
      ['newComputer', vault],
      ['backUp', vault],
      ['passphrase', { label: 'openAuthenticator', go: { page: 'authenticator' } }],
    ],
  ],
  [
    'safety',
    [
      ['strange', activity, { label: 'changePassword' }],
      ['kept', activity],
      ['offline', { label: 'tryService' }],
    ],
  ],
]
