// Leaving in the middle of something that would be lost.

import type { leaving as english } from '../en/leaving'

export const leaving: typeof english = {
  registration: { title: '是否离开设置？', text: '你的帐户尚未设置完成。目前输入的内容将被放弃。' },
  appPassword: { title: '尚未复制应用密码，是否仍要离开？', text: '此密码不会再次显示。如果没有记下来，请留下并复制。' },
  accessToken: { title: '尚未复制访问令牌，是否仍要离开？', text: '此令牌不会再次显示。如果没有复制，请撤销并创建新的令牌。' },
  serviceSettings: { title: '要离开而不保存设置吗？', text: '你对服务设置的更改将被放弃。' },
  discard: '放弃更改',
  close: '关闭 Proofup',
  stay: '留下',
}
