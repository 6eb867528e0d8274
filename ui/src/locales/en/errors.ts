// What happened, and what to do next, for every code that can reach a person.

import { accounts } from './errors/accounts'
import { app } from './errors/app'
import { appPasswords } from './errors/appPasswords'
import { connection } from './errors/connection'
import { files } from './errors/files'
import { methods } from './errors/methods'
import { requests } from './errors/requests'
import { signIn } from './errors/signIn'
import { vault } from './errors/vault'

export const errors = { ...connection, ...vault, ...accounts, ...files, ...app, ...requests, ...methods, ...appPasswords, ...signIn }
