// App passwords.

import type { appPasswords as english } from '../../en/errors/appPasswords'

export const appPasswords: typeof english = {
  app_password_limit_reached: {
    title: '你已达到应用密码的上限',
    detail: '上限：{{limit}}。',
    next: '请先删除一个，然后再创建。',
  },
  app_password_lifetime_too_long: {
    title: '应用密码的有效期过长',
    detail: '最长 {{days}} 天。',
    next: '请选择较早的日期。',
  },
  app_password_networks_invalid: {
    title: '这不是网络',
    next: '请按 192.0.2.0/24 的格式或单个地址输入，并用空格分隔。',
  },
  access_token_name_taken: {
    title: '已有使用此名称的访问令牌',
    next: '请选择其他名称。',
  },
  app_password_name_taken: {
    title: '你已有使用此名称的应用密码',
    next: '请选择其他名称。',
  },
  app_password_name_invalid: {
    title: '无法使用此名称',
    reasons: {
      empty: '名称为空。',
      too_long: '超过 64 个字符。',
      control_characters: '包含无法显示的字符。',
    },
    next: '请选择其他名称。',
  },
  app_passwords_not_allowed: {
    title: '无法创建应用密码',
    reasons: {
      disabled_by_organization: '你的组织不允许使用应用密码。',
      second_step_not_registered: '请先设置其他安全验证。',
      managed_by_policy: '你组织的策略要求第二个步骤，且不接受应用密码。',
      modern_sign_in_only: '此帐户只能与可以要求验证码的应用一起使用。',
      limit_reached: '你已达到应用密码的上限。',
    },
    next: '如有需要，请咨询管理员。',
  },
}
