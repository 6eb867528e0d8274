// What the app itself could not do.

import type { app as english } from '../../en/errors/app'

export const app: typeof english = {
  draft_gone: {
    title: '此预览已过期',
    next: '请重新读取链接或图片。',
  },
  setup_gone: {
    title: '此次设置已结束',
    next: '请生成新的 QR 码。',
  },
  access_token_gone: {
    title: '访问令牌已不再显示',
    next: '请撤销并创建新的令牌。',
  },
  app_password_gone: {
    title: '应用密码已不再显示',
    next: '请删除并创建新的密码。',
  },
  account_not_hotp: {
    title: '此帐户的验证码按时间生成',
    next: '请使用显示的验证码。',
  },
  settings_not_saved: {
    title: '无法保存设置',
    detail: '系统消息：{{detail}}。',
    next: '请检查磁盘空间以及是否可以写入。',
  },
  shortcut_invalid: {
    title: '这些按键不能作为快捷键',
    reasons: {
      no_modifier: '必须同时按住 Ctrl、Alt 或系统键，才不会影响输入。',
      unknown_key: '可以使用字母、数字、功能键和空格键。',
      reserved: '大多数程序或桌面本身需要这些按键。',
    },
    next: '请按下其他按键。',
  },
  shortcut_taken: {
    title: '其他程序正在使用这些按键',
    next: '请按下其他按键，或先在其他程序中释放它们。',
  },
  shortcut_refused: {
    title: '快捷键未获允许',
    next: '请重新选择按键，并在桌面询问时允许。',
  },
  shortcut_unavailable: {
    title: '无法设置快捷键',
    detail: '系统消息：{{detail}}。',
    next: '请在桌面的设置中为命令 proofup-desktop 设置快捷键。',
  },
  session_start_not_changed: {
    title: '无法更改登录时启动',
    detail: '系统消息：{{detail}}。',
    next: '请在桌面的设置中，于随会话启动的程序项下更改。',
  },
  clipboard_unavailable: {
    title: '无法使用剪贴板',
    detail: '系统消息：{{detail}}。',
    next: '请重试，或改为输入。',
  },
  app_fault: {
    title: '此应用出现问题',
    next: '请重试。如果再次发生，请将详细信息提供给技术支持人员。',
  },
}
