// All words in Simplified Chinese.

import type { Words } from '../words'
import { accounts } from './accounts'
import { activity } from './activity'
import { appPassword } from './appPassword'
import { appPasswords } from './appPasswords'
import { authenticator } from './authenticator'
import { code } from './code'
import { common } from './common'
import { connection } from './connection'
import { demo } from './demo'
import { demoPhone } from './demoPhone'
import { errors } from './errors'
import { fault } from './fault'
import { hardwareToken } from './hardwareToken'
import { methods } from './methods'
import { navigation } from './navigation'
import { offline } from './offline'
import { password } from './password'
import { phone } from './phone'
import { registration } from './registration'
import { scan } from './scan'
import { securityInfo } from './securityInfo'
import { settings } from './settings'
import { setup } from './setup'
import { shortcuts } from './shortcuts'
import { signIn } from './signIn'
import { stepUp } from './stepUp'
import { vault } from './vault'

const words: Words = { accounts, activity, appPassword, appPasswords, authenticator, code, common, connection, demo, demoPhone, errors, fault, hardwareToken, methods, navigation, offline, password, phone, registration, scan, securityInfo, settings, setup, shortcuts, signIn, stepUp, vault }

export default words
