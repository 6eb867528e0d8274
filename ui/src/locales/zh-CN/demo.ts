// The demo's people and switches.

import type { demo as english } from '../en/demo'

export const demo: typeof english = {
  title: '演示',
  hint: '此组织是虚构的，此处的一切都不会影响任何人。',
  phone: '演示手机',
  phoneHint: '接收演示的短信、电话和通知',
  people: '演示人员',
  peopleHint: '选择一位来试用应用。',
  signInAs: '以 {{name}} 的身份登录',
  showPhone: '显示演示手机',
  stories: {
    not_registered: '需要设置第二个步骤',
    registered: '已设置，并有三个应用密码',
    at_the_limit: '有 40 个应用密码，已达上限',
    reregistration_required: '管理员要求再次提供联系方法',
    called: '通过电话验证：办公室、手机或家中',
    notifications: '在演示手机上批准登录',
    administrator: '管理员',
  },
  service: '服务',
  serviceRunning: '正在运行。关闭即可查看应用的离线状态。',
  serviceStopped: '已停止。再次运行时，应用会自动察觉。',
  reset: '重新开始',
  resetHint: '将所有人恢复到最初的状态',
  resetButton: '重置',
  resetTitle: '是否重置演示？',
  resetText: '演示中的所有更改都会丢失，并且你会被注销。',
  resetDone: '演示已恢复到最初的状态',
}
