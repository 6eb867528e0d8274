// What happened, and what to do next, for every code that can reach a person.

import type { errors as english } from '../en/errors'

export const errors: typeof english = {
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
  vault_locked: {
    title: '验证器已锁定',
    next: '请在验证器页面上解锁。',
  },
  vault_passphrase_needed: {
    title: '请先选择通行短语',
    next: '此计算机没有密钥环。请在“验证器”页面设置通行短语。',
  },
  vault_key_missing: {
    title: '未找到你帐户的密钥',
    detail: '查询位置：{{asked}}。',
    next: '请解锁系统的密钥环，然后重试。没有删除任何数据。',
  },
  wrong_passphrase: {
    title: '通行短语不正确',
    next: '请重试。',
  },
  passphrase_too_short: {
    title: '通行短语太短',
    next: '请至少使用八个字符。',
  },
  key_of_another_vault: {
    title: '此密钥属于另一个保管库',
    detail: '应为 {{expected}}，找到 {{found}}。',
    next: '请还原与此密钥匹配的文件夹，或使用正确的密钥环。没有更改任何数据。',
  },
  vault_damaged: {
    title: '你的保管库文件已损坏',
    next: '请还原备份。Proofup 会保留损坏的文件。',
  },
  vault_newer: {
    title: '你的帐户由较新版本的 Proofup 保存',
    next: '请更新此应用，然后重试。没有更改任何数据。',
  },
  vault_too_costly: {
    title: '打开此文件会花太长时间',
    next: '它以异常缓慢的设置加密。请还原备份，或联系技术支持人员。',
  },
  vault_busy: {
    title: '另一个程序正在保存你的帐户',
    next: '请稍候再重试。',
  },
  vault_changed_on_disk: {
    title: '你的帐户已被另一个程序更改',
    next: '请重新打开验证器页面，然后再次更改。没有覆盖任何数据。',
  },
  vault_not_saved: {
    title: '无法保存你的帐户',
    detail: '系统消息：{{detail}}。',
    next: '请检查磁盘空间以及是否可以写入。没有丢失任何数据。',
  },
  backup_unreadable: {
    title: '无法读取此备份',
    next: '请选择其他备份。',
  },
  vault_second_home_needed: {
    title: '请先保留第二把密钥',
    next: '系统密钥环一旦丢失，帐户也会随之丢失。请在设置的“保管库”中打印恢复单或设置通行短语，然后再添加帐户。',
  },
  vault_last_home: {
    title: '请先设置其他解锁方式',
    next: '请确认恢复单或设置通行短语，之后就能移除这一个。',
  },
  not_a_vault: {
    title: '此文件夹中没有保管库',
    next: '请选择包含 vault.age 文件的文件夹。未更改任何内容。',
  },
  folder_taken: {
    title: '此文件夹中已有保管库',
    next: '请选择其他文件夹。Proofup 绝不会覆盖保管库。',
  },
  move_cancelled: {
    title: '已取消',
    next: '保管库仍在原处，未更改任何内容。',
  },
  sheet_character: {
    title: '恢复单没有此字符',
    detail: '请看第 {{group}} 组：{{character}}',
    next: '恢复单只含英文字母和数字。请将这一组与纸质版核对。',
  },
  sheet_incomplete: {
    title: '恢复单内容不完整',
    detail: '请看第 {{group}} 组。',
    next: '请输入全部十五组。缺少的字符数：{{missing}}。',
  },
  sheet_too_long: {
    title: '字符太多',
    detail: '请看第 {{group}} 组。',
    next: '请与纸质版核对。多出的字符数：{{extra}}。',
  },
  sheet_mistyped: {
    title: '有字符输入错误',
    detail: '请看第 {{groups}} 组。',
    next: '请逐字与纸质版核对。',
  },
  sheet_piece_wrong: {
    title: '这与恢复单上的内容不符',
    detail: '请看第 {{group}} 组。',
    next: '请检查打印出来的恢复单，或重新打印。',
  },
  quarantined_gone: {
    title: '此条目已不存在',
    next: '请重新打开“验证器”页面，查看当前列表。',
  },
  folder_not_absolute: {
    title: '请输入文件夹的完整路径',
    next: '路径要以驱动器号或斜杠开头，例如 /home/ann/Documents/Vault。',
  },
  folder_not_text: {
    title: '无法使用此文件夹的名称',
    next: '名称含有无法视为文本的字符。请重命名文件夹，或选择其他文件夹。',
  },
  vault_folder_missing: {
    title: '找不到保管库的文件夹',
    next: '请插入 U 盘或连接保管库所在的驱动器，然后重试。没有另建新的保管库。如果保管库已移到其他位置，请在设置的“保管库”中选择它的文件夹。',
  },
  keyring_unavailable: {
    title: '密钥环没有响应',
    detail: '系统消息：{{detail}}。',
    next: '请解锁或启动系统的密钥环，然后重试。',
  },
  link_not_otpauth: {
    title: '这不是帐户链接',
    next: '必须以 otpauth:// 开头。请复制完整的链接。',
  },
  link_too_long: {
    title: '链接太长',
    next: '请向颁发者索取其他链接。',
  },
  link_kind_unknown: {
    title: '链接要求的验证码类型未知',
    detail: '找到的值：{{value}}。',
    next: '请向颁发者索取其他链接。',
  },
  link_export_damaged: {
    title: '无法读取此导出',
    next: '它不完整或已损坏。请在另一个应用中再次显示 QR 码，然后重新扫描。',
  },
  export_value_unknown: {
    title: '此导出中有一个无法识别的条目',
    detail: '找到：{{field}} {{value}}。',
    next: '请使用该帐户自己的 QR 码，或手动添加。',
  },
  secret_missing: {
    title: '缺少密钥',
    next: '请复制完整的链接，或输入密钥。',
  },
  secret_not_base32: {
    title: '这不是密钥',
    detail: '错误的字符：{{character}}，位于第 {{position}} 个位置。',
    next: '密钥由字母 A 到 Z 和数字 2 到 7 组成。请更正后重试。',
  },
  secret_too_long: {
    title: '密钥太长',
    next: '请更正后重试。',
  },
  algorithm_unknown: {
    title: '未知的算法',
    detail: '找到的值：{{value}}。',
    next: 'Proofup 支持 SHA1、SHA256 和 SHA512。请向颁发者索取其他链接。',
  },
  steam_needs_sha1: {
    title: 'Steam 验证码只能使用 SHA1 生成',
    detail: '找到的值：{{value}}。',
    next: '请选择 SHA1。',
  },
  digits_out_of_range: {
    title: '无法使用此位数',
    detail: '找到的值：{{value}}。',
    next: '验证码有 1 到 9 位；Steam 验证码有 5 个字符。',
  },
  period_out_of_range: {
    title: '无法使用此时间间隔',
    detail: '找到的值：{{value}}。',
    next: '请使用 1 到 86,400 秒。大多数帐户使用 30 秒。',
  },
  counter_out_of_range: {
    title: '无法使用此计数器',
    detail: '找到的值：{{value}}。',
    next: '请使用 0 或更大的整数。',
  },
  account_name_empty: {
    title: '帐户需要名称',
    next: '请输入颁发者或帐户名称。',
  },
  account_name_too_long: {
    title: '名称太长',
    next: '请最多使用 256 个字符。',
  },
  account_name_invalid: {
    title: '名称包含无法显示的字符',
    next: '请输入名称，不要粘贴。',
  },
  note_too_long: {
    title: '备注太长',
    next: '请最多使用 {{most}} 个字符。',
  },
  tag_too_long: {
    title: '标签太长',
    next: '请最多使用 {{most}} 个字符。',
  },
  tags_too_many: {
    title: '标签太多',
    next: '一个帐户最多可有 {{most}} 个标签。请先移除一个。',
  },
  icon_too_large: {
    title: '图片太大',
    next: '请选择不超过 10 MB 的图片。',
  },
  account_exists: {
    title: '你已经有此帐户',
    next: '你可以使用列表中该帐户的验证码。',
  },
  account_gone: {
    title: '此帐户已不存在',
    next: '列表已更新。',
  },
  picture_unreadable: {
    title: '无法读取此图片',
    next: '请选择 PNG 或 JPEG 图片。',
  },
  picture_too_large: {
    title: '图片太大',
    next: '请裁剪到只剩 QR 码，然后重试。',
  },
  picture_too_busy: {
    title: '图片中有太多类似 QR 码的内容',
    next: '请裁剪到只剩 QR 码，然后重试。',
  },
  picture_without_qr: {
    title: '此图片中没有 QR 码',
    next: '请使用清晰且包含完整 QR 码及白色边缘的图片。',
  },
  picture_text_unreadable: {
    title: '无法读取此 QR 码的文字',
    next: '它使用未知的编码。请向颁发者索取链接或密钥。',
  },
  picture_without_account: {
    title: '此图片中的 QR 码不是帐户',
    next: '请使用颁发者为验证器应用显示的 QR 码。',
  },
  picture_without_link: {
    title: '此图片中的 QR 码不是 Proofup 的链接',
    next: '请使用设置页面或你的组织显示的 QR 码。',
  },
  qr_too_long: {
    title: '此帐户无法放入 QR 码',
    next: '名称太长。请缩短名称，或以链接导出。',
  },
  import_unrecognised: {
    title: '这不是已知的导出文件',
    next: '请在另一个应用中重新导出帐户（该应用自己的文件或 otpauth 链接），然后选择该文件。',
  },
  import_too_large: {
    title: '文件太大',
    next: '导出文件最多 64 MB、20,000 个项目。请选择导出文件本身，而不是压缩包。',
  },
  import_password_needed: {
    title: '文件已加密',
    next: '请输入导出时选择的密码。',
  },
  import_password_wrong: {
    title: '这不是文件的密码',
    next: '请输入导出时选择的密码。它可能与应用的密码不同。',
  },
  import_password_or_damaged: {
    title: '密码错误，或文件已损坏',
    next: '请再试一次密码。如果密码正确，请重新导出帐户。',
  },
  import_damaged: {
    title: '文件已损坏',
    next: '部分内容丢失或被更改。请重新导出帐户，然后选择新文件。',
  },
  import_version_unsupported: {
    title: '文件来自较新的应用',
    next: '这里还不认识此版本。请更新 Proofup，或以较旧的格式导出。',
  },
  import_variant_unsupported: {
    title: '此类文件无法在其应用之外打开',
    next: '请使用独立的密码重新导出，或不加密导出。',
  },
  import_too_costly: {
    title: '打开文件需要太多运算',
    next: '它的要求超过任何已知的导出文件。请使用一般设置重新导出。',
  },
  import_memory: {
    title: '打开文件需要大量内存',
    next: '它会在几秒内使用约 {{megabytes}} MB。如果内存不足，请先关闭其他程序，然后继续。',
  },
  import_gone: {
    title: '文件已不再打开',
    next: '请重新选择文件。',
  },
  import_cancelled: {
    title: '导入已取消',
    next: '你可以随时重新选择文件。',
  },
  import_secret_elsewhere: {
    title: '文件中没有它的密钥',
    next: '它的密钥留在手机上。请在该服务重新设置。',
  },
  import_entry_damaged: {
    title: '此项目已损坏',
    next: '请重新导出，或在该服务重新设置帐户。',
  },
  clipboard_without_picture: {
    title: '剪贴板中没有图片',
    next: '请复制显示 QR 码的图片，然后重试。',
  },
  screen_unavailable: {
    title: '此处无法截取屏幕',
    detail: '系统消息：{{detail}}。',
    next: '请使用桌面截图，然后选择该文件或粘贴图片。',
  },
  screen_refused: {
    title: '未获准截取屏幕',
    next: '请重试并允许，或选择图片文件。',
  },
  draft_gone: {
    title: '此预览已过期',
    next: '请重新读取链接或图片。',
  },
  setup_gone: {
    title: '此次设置已结束',
    next: '请生成新的 QR 码。',
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
    next: '支持人员不能更改管理员的帐户。请联系其他管理员。',
  },
  own_account: {
    title: '这是你自己的帐户',
    next: '请使用“安全”页面管理你自己的方法，或请同事协助。',
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
  token_file_invalid: {
    title: '无法读取此文件',
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
  app_password_limit_reached: {
    title: '你已达到应用密码的上限',
    detail: '上限：{{limit}}。',
    next: '请先删除一个，然后再创建。',
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
  vault_already_there: {
    title: '已有帐户存在',
    next: '请使用其通行短语解锁。没有覆盖任何数据。',
  },
  passphrase_unavailable: {
    title: '无法获取通行短语',
    detail: '系统消息：{{detail}}。',
    next: '请检查为此设置的文件或命令，然后重试。',
  },
  key_file_damaged: {
    title: '你帐户的密钥文件已损坏',
    next: '请从计算机的备份还原数据文件夹，或解锁密钥环后重试。没有删除任何数据。',
  },
  code_not_shown: {
    title: '此验证码已不再显示',
    next: '请复制当前显示的验证码。',
  },
}
