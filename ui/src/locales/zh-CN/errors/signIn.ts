// Why a sign-in or a request came to nothing.

import type { signIn as english } from '../../en/errors/signIn'

export const signIn: typeof english = {
  invalid_credentials: {
    title: '用户名或密码不正确',
    next: '请检查两者后重试。',
  },
  invalid_authentication: {
    title: '此次登录已结束',
    next: '请重新登录。',
  },
  invalid_app_code: {
    title: '验证码不正确',
    next: '请输入应用当前显示的验证码。如果持续失败，请检查设备的时间。',
  },
  code_not_entered: {
    title: '未输入验证码',
    next: '请重新发送验证码，并使用最新的短信。',
  },
  activation_code_unknown: {
    title: '未知的激活码',
    next: '请检查激活码，或生成新的 QR 码并扫描。',
  },
  activation_code_expired: {
    title: '此激活码已过期',
    next: '请生成新的 QR 码并扫描。',
  },
  activation_code_used: {
    title: '此激活码已使用过',
    next: '每个激活码只供一台设备使用。请为另一台设备生成新的 QR 码。',
  },
  not_an_activated_account: {
    title: '身份验证请求所属的帐户尚未激活',
    next: '请重新设置此设备：先在这里移除帐户，再按“设置”并扫描新的 QR 码。',
  },
  decision_not_signed: {
    title: '服务不接受此设备的回应',
    next: '请在“安全”页面重新设置此设备。',
  },
  number_mismatch: {
    title: '数字不匹配',
    next: '为了保护你的帐户，此请求已结束。请重新登录。',
  },
  request_decided: {
    title: '此请求已有回应',
    next: '如果不是你回应的，请更改密码并联系技术支持人员。',
  },
  request_expired: {
    title: '此请求已过期',
    next: '请重新登录，并在一分钟内回应。',
  },
  in_progress: {
    title: '你的设备上还有其他请求正在等待',
    detail: '最早的一个会在{{retryAfter}}后结束。',
    next: '请在设备上回应，或使用其他验证选项。',
  },
  push_paused: {
    title: '通知已暂停',
    detail: '{{retryAfter}}后可以再次使用。',
    next: '有多个请求正在等待或未获批准。请使用其他验证选项。',
  },
  user_declined: {
    title: '请求已在你的设备上被拒绝',
    next: '如果是误按，请再发送一次。如果是其他人尝试登录，请更改密码。',
  },
  push_no_response: {
    title: '没有人回应通知',
    next: '请再发送一次，或使用其他验证选项。',
  },
  activation_invalid: {
    title: '这不是激活链接',
    next: '请从设置页面重新复制链接，或激活码与 URL。',
  },
  device_key_unavailable: {
    title: '无法保存或读取此设备的密钥',
    next: '请解锁密钥环，或在“验证器”页面解锁你的帐户，然后重试。',
  },
  account_locked: {
    title: '错误尝试次数过多',
    detail: '{{retryAfter}}后可以重试。',
    next: '请稍候再重试，或请技术支持人员结束等待。',
  },
  user_blocked: {
    title: '你的帐户已被阻止',
    next: '请联系技术支持人员。',
  },
  phone_unreachable: {
    title: '无法联系你的电话',
    reasons: {
      busy: '线路忙，或电话被拒接。',
      no_answer: '无人接听。',
      not_delivered: '短信无法送达。',
      opted_out: '此电话已停止接收短信。请向短信的来源号码发送 START，然后重试。',
      gateway: '目前无法拨打电话或发送短信。',
    },
    next: '请使用其他验证选项。',
  },
  user_not_found: {
    title: '用户名或密码不正确',
    next: '请检查两者后重试。',
  },
  duplicate_attempt: {
    title: '此次登录在同一时间收到了两次回应',
    next: '只有其中一次有效。如果你现在尚未登录，请重新登录。',
  },
  push_not_delivered: {
    title: '通知尚未送达你的设备',
    next: '请在设备上打开应用，并确认已联网。然后再发送一次，或使用其他验证选项。',
  },
  phone_number_invalid_format: {
    title: '无法以此格式联系此电话号码',
    next: '请使用其他验证选项，然后在“安全”页面更正号码，或询问管理员。',
  },
  app_not_activated: {
    title: '身份验证请求所属的帐户尚未激活',
    next: '请使用其他验证选项，然后在“安全”页面重新设置应用。',
  },
  misconfiguration: {
    title: '你组织的服务无法发送短信或拨打电话',
    next: '请使用其他验证选项，并将详细信息提供给技术支持人员。',
  },
  call_went_to_voicemail: {
    title: '电话由语音信箱接听',
    next: '请再次拨打，亲自接听并按 #。',
  },
  call_hung_up: {
    title: '你还没按 # 通话就结束了',
    next: '请再次拨打，接听并按 #。',
  },
  fraud_reported: {
    title: '此次登录已被举报为欺诈',
    next: '你的一台设备选择了“不是我本人”，因此此次登录已结束。如果是误按，请重新登录；如果你的帐户被阻止，请让技术支持人员解除阻止。',
  },
  no_methods_registered: {
    title: '没有可用的验证方法',
    next: '请联系技术支持人员，以便重新设置。',
  },
  method_disabled: {
    title: '你的组织已禁用此方法',
    next: '请使用其他验证选项。',
  },
  app_password_invalid: {
    title: '此应用密码无效',
    next: '请检查，或创建新的密码。',
  },
  app_password_required: {
    title: '此应用需要应用密码',
    next: '请创建一个，并用它代替你的密码。',
  },
  service_error: {
    title: '服务出现问题',
    next: '请重试。如果再次发生，请将详细信息提供给技术支持人员。',
  },
}
