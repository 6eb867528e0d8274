// The keys of the words about a scope: a dot would separate keys.

import type { MachineScope } from '../../../backend/access-tokens'

type Plain<Scope extends string> = Scope extends `${infer Things}.${infer Verb}` ? `${Things}_${Verb}` : never

export const scopeKey = (scope: MachineScope) => scope.replace('.', '_') as Plain<MachineScope>
