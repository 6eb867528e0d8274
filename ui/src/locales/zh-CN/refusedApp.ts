// An app that the service refused, and what to do in that app.

import type { refusedApp as english } from '../en/refusedApp'

export const refusedApp: typeof english = {
  regular: {
    title: '有应用尝试使用你的常规密码',
    text: '此应用无法要求输入验证码，因此需要应用密码。',
  },
  oldAppPassword: {
    title: '有应用一直尝试旧的应用密码',
    text: '该应用密码已删除或已到期，因此应用需要另一个密码。',
  },
  where: '{{client}}，{{time}}。',
  create: '创建应用密码',
  steps: '在该应用中的步骤',
  step: {
    create: '在此处创建应用密码。',
    clear: '在该应用中移除已保存的密码或注销。',
    restart: '关闭该应用，然后重新启动。',
    signIn: '使用你的用户名和应用密码登录。',
    notYours: '如果这不是你的应用，请更改密码。',
  },
}
