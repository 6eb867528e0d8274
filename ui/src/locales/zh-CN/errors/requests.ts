// What the service refuses in any call.

import type { requests as english } from '../../en/errors/requests'

export const requests: typeof english = {
  invalid_request: {
    title: '服务不接受此请求',
    detail: '字段：{{field}}。',
    next: '请检查你输入的内容。应用的版本可能比服务旧或新。',
  },
  invalid_token: {
    title: '你的会话已结束',
    next: '请重新登录。',
  },
  insufficient_scope: {
    title: '你目前无法执行此操作',
    next: '请先完成帐户设置，或重新登录。',
  },
  precondition_failed: {
    title: '其他人在此期间更改了此内容',
    next: '请重新加载，然后再更改一次。',
  },
  not_found: {
    title: '项目已不存在',
    next: '可能已在其他位置删除。页面现在是最新的。',
  },
  wrong_password: {
    title: '当前密码不正确',
    next: '请检查后重试。',
  },
  password_in_directory: {
    title: '此密码属于你组织的目录',
    next: '请在更改组织密码的地方更改，例如在你的工作电脑上。',
  },
  password_invalid: {
    title: '无法使用此密码',
    next: '请选择其他密码。',
    reasons: {
      too_short: '密码少于 8 个字符。',
      too_long: '密码超过 256 个字符。',
      too_common: '这是别人最先会尝试的密码之一。',
      same: '与当前密码相同。',
    },
  },
  user_name_taken: {
    title: '已有人使用此用户名',
    next: '请选择其他用户名，或在列表中查找此人。',
  },
  last_administrator: {
    title: '这是最后一位管理员',
    next: '请先将其他人设为管理员，然后重试。',
  },
  administrator_protected: {
    title: '这是管理员',
    next: '技术支持人员不能更改管理员的帐户。请联系其他管理员。',
  },
  own_account: {
    title: '这是你自己的帐户',
    next: '请使用“安全”页面管理你自己的方法，或请同事协助。',
  },
  caller_not_verified: {
    title: '请先验证来电者',
    next: '请询问本人自己的电话，或选择“未经验证”并说明原因。',
  },
  agent_stopped: {
    title: '你现在不能协助来电者',
    next: '有人举报没有人给他们打电话。请告诉管理员；一小时后会解除。',
  },
  changed_since: {
    title: '此用户之后已有更改',
    next: '未撤消此用户的任何设置。请查看当前状态，并根据需要重新设置。',
  },
  undo_not_possible: {
    title: '无法撤消此更改',
    next: '只有状态更改可以在 24 小时内撤消。请改为重新更改这些用户。',
  },
  not_blocked: {
    title: '此人未被阻止',
    next: '没有需要解除的阻止。如果对方仍无法登录，请查看其最近的活动。',
  },
  rate_limited: {
    title: '请求次数过多',
    detail: '{{retryAfter}}后可以重试。',
    next: '请稍候再重试。',
  },
  step_up_required: {
    title: '请再次验证以进行此更改',
    next: '请重试，并在系统要求时输入验证码。',
  },
  service_unavailable: {
    title: '服务不可用',
    next: '请在几分钟后重试。',
  },
  internal_error: {
    title: '服务出现问题',
    next: '请重试。如果再次发生，请将详细信息提供给技术支持人员。',
  },
}
