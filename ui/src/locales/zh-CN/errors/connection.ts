// The service and the session with it.

import type { connection as english } from '../../en/errors/connection'

export const connection: typeof english = {
  service_unreachable: {
    title: '无法连接到服务',
    next: '请检查你的网络连接，以及“设置”中的服务地址。Proofup 会继续尝试。',
  },
  service_not_started: {
    title: '演示服务未能启动',
    detail: '系统信息：{{detail}}。',
    next: '请重试。如果再次发生，请重新启动应用。',
  },
  service_answer_invalid: {
    title: '此地址不是验证服务',
    next: '请检查“设置”中的服务地址。',
  },
  signed_out: {
    title: '你已注销',
    next: '请重新登录。',
  },
  sign_in_over: {
    title: '此次登录已结束',
    next: '请重新登录。',
  },
  service_address_invalid: {
    title: '这不是服务地址',
    reasons: {
      not_a_url: '格式必须类似于 https://verify.example.com。',
      not_https: '必须以 https:// 开头。',
    },
    next: '请输入你的组织提供的地址。',
  },
}
