// What the made-up shell answers to each command.

import { accessTokens } from './answers/access-tokens'
import { activity } from './answers/activity'
import { administration } from './answers/administration'
import type { Answers } from './answers/answer'
import { app } from './answers/app'
import { appPasswords } from './answers/app-passwords'
import { approvals } from './answers/approvals'
import { authenticator } from './answers/authenticator'
import { demo } from './answers/demo'
import { securityInfo } from './answers/security-info'
import { signIn } from './answers/sign-in'
import { stage } from './answers/stage'
import { tokenInventory } from './answers/token-inventory'
import { vault } from './answers/vault'

export type { Answers }
export { RIGHT_CODE } from './answers/common'

export const answers: Answers = { ...app, ...signIn, ...securityInfo, ...approvals, ...appPasswords, ...administration, ...accessTokens, ...tokenInventory, ...activity, ...authenticator, ...vault, ...demo, ...stage }
