// Phones, apps, tokens, and their codes.

import type { methods as english } from '../../en/errors/methods'

export const methods: typeof english = {
  phone_number_invalid: {
    title: '这不是电话号码',
    reasons: {
      country_code_missing: '缺少国家/地区代码。请选择国家/地区。',
      country_code_unknown: '没有国家/地区使用此代码。',
      too_short: '对于此国家/地区，数字太少。',
      too_long: '对于此国家/地区，数字太多。',
      not_a_number: '包含电话号码不会有的字符。',
      not_in_use: '此国家/地区没有这样开头的号码。',
      opted_out: '此号码已停止接收短信。请向短信的来源号码发送 START，然后重试。',
      extension_not_allowed: '只有办公电话可以使用分机号。',
    },
    next: '请更正后重试。',
  },
  phone_type_exists: {
    title: '此电话已有号码',
    next: '请改为更改该号码。',
  },
  text_not_sent: {
    title: '无法发送短信',
    next: '请检查号码后重试，或使用其他方法。',
  },
  call_not_placed: {
    title: '无法拨打电话',
    next: '请检查号码并重试，或使用其他方法。',
  },
  authentication_phone_needed: {
    title: '请先设置身份验证电话',
    next: '之后就能添加备用身份验证电话。',
  },
  alternate_phone_exists: {
    title: '备用身份验证电话需要此电话',
    next: '请先删除备用身份验证电话。',
  },
  display_name_invalid: {
    title: '无法使用此名称',
    reasons: {
      empty: '名称为空。',
      too_long: '超过 64 个字符。',
      control_characters: '包含无法显示的字符。',
    },
    next: '请选择其他名称。',
  },
  method_not_allowed: {
    title: '你的组织不允许使用此方法',
    next: '请选择其他方法，或咨询管理员。',
  },
  last_method: {
    title: '无法删除你的最后一个方法',
    next: '没有它你将无法再登录。请先添加其他方法，再删除此方法。',
  },
  preferred_method_not_usable: {
    title: '此选项无法作为首选选项',
    next: '请先设置此选项，或选择其他选项。',
  },
  oath_limit_reached: {
    title: '你已达到验证器应用和硬件令牌的上限',
    detail: '上限：{{limit}}。',
    next: '请先删除其中一个。',
  },
  hardware_token_not_found: {
    title: '无法添加此硬件令牌',
    next: '请检查背面的序列号。如果序列号正确，请咨询技术支持人员。令牌可能属于其他人。',
  },
  hardware_token_exists: {
    title: '你已经有此硬件令牌',
    next: '它已在你的硬件令牌列表中。',
  },
  hardware_token_not_valid: {
    title: '现在无法使用此硬件令牌',
    next: '它尚未生效，或已经到期。请向技术支持人员索取另一个。',
  },
  codes_not_consecutive: {
    title: '这不是两个连续的验证码',
    next: '请输入令牌显示的验证码，再输入紧接着的下一个。两个都必须是新的。',
  },
  hardware_token_in_use: {
    title: '此硬件令牌属于某人的帐户',
    next: '请先取消分配。',
  },
  token_file_invalid: {
    title: '无法读取此文件',
    reasons: {
      too_large: '文件太大。',
      too_many_tokens: '令牌太多。请分成多个文件。',
      not_text: '不是 UTF-8 文本。',
      empty: '没有任何令牌。',
      wrong_header: '第一行没有将令牌所需的每一列各列出一次。',
      not_csv: '无法分成行。',
      doctype: '含有不接受的 DOCTYPE。',
      not_xml: 'XML 已损坏。',
      ends_too_early: '文件不完整。',
      no_container: '是 XML，但不是令牌列表。',
      version_unsupported: '不支持其版本。',
      key_needed: '文件已加密，需要密码或密钥。',
      key_method_unsupported: '不支持其密钥的派生或包装方式。',
      derivation_invalid: '密钥参数错误或太大。',
    },
    next: '请确认它是制造商提供的硬件令牌列表。',
  },
  incorrect_code: {
    title: '验证码不正确',
    detail_one: '还可以尝试 {{triesLeft}} 次。',
    detail_other: '还可以尝试 {{triesLeft}} 次。',
    next: '请检查后重新输入。',
  },
  code_expired: {
    title: '验证码已过期',
    next: '请获取新的验证码并输入。',
  },
  code_superseded: {
    title: '已发送较新的验证码',
    next: '请输入最新短信中的验证码。',
  },
  code_already_used: {
    title: '此验证码已使用过',
    next: '请等待应用的下一个验证码，或发送新的验证码。',
  },
  too_many_incorrect_codes: {
    title: '输入错误验证码的次数过多',
    detail: '{{retryAfter}}后可以重试。',
    next: '请重新开始。',
  },
  registration_not_required: {
    title: '你的帐户已设置完成',
    next: '请打开“安全”页面来更改你的方法。',
  },
  registration_incomplete: {
    title: '尚未验证任何方法',
    next: '请先验证电话或验证器应用。',
  },
}
