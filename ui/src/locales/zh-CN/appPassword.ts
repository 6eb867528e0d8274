// An app password, shown once.

import type { appPassword as english } from '../en/appPassword'

export const appPassword: typeof english = {
  yours: '你的应用密码',
  named: '名称：{{name}}',
  copy: '将密码复制到剪贴板',
  once: '此密码仅显示一次。',
}
