// The demo's people and switches.

import type { demo as english } from '../en/demo'

export const demo: typeof english = {
  title: '演示',
  hint: '此组织是虚构的。你在此处所做的一切都不会影响真实的人。',
  phone: '演示手机',
  phoneHint: '接收演示的短信、电话和通知',
  people: '演示人员',
  peopleHint: '选择一位来试用应用。',
  signInAs: '以 {{name}} 的身份登录',
  showPhone: '显示演示手机',
  stories: {
    not_registered: '必须设置第二个步骤',
    registered: '已设置，并有三个应用密码',
    at_the_limit: '有 40 个应用密码，已达上限',
    reregistration_required: '必须再次提供联系方法',
    called: '接听电话：办公室、手机或家中',
    notifications: '在演示手机上批准登录',
    administrator: '管理员',
  },
  service: '服务',
  serviceRunning: '正在运行。关闭即可查看应用的离线状态。',
  serviceStopped: '已停止。重新打开后，应用会再次连接。',
  reset: '重置演示',
  resetHint: '将一切恢复到最初的状态',
  resetButton: '重置',
  resetTitle: '是否重置演示？',
  resetText: '演示中的所有更改都会丢失，并且你会被注销。',
  resetDone: '已重置演示',
}
