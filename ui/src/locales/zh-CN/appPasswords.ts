// The app passwords page.

import type { appPasswords as english } from '../en/appPasswords'

export const appPasswords: typeof english = {
  title: '应用密码',
  tab: '应用密码',
  tabCount: '应用密码 ({{number}})',
  hint: '适用于无法要求验证码的应用，例如较旧的邮件应用。每个设备使用一个。',
  create: '创建',
  createTitle: '创建应用密码',
  name: '名称',
  nameHint: '以将使用此密码的设备命名。',
  nameMissing: '请先输入名称。',
  suggestions: '建议',
  created: '创建时间',
  lastUsed: '上次使用时间',
  lastUsedAgo: '上次使用时间：{{time}}',
  neverUsedSince: '从未使用，创建时间：{{date}}',
  countOf: '{{number}} / {{limit}}',
  emptyTitle: '没有应用密码',
  emptyText: '应用密码可让无法要求验证码的应用登录，例如较旧的邮件应用。',
  limit: '你已达到 {{limit}} 个应用密码的上限。请先删除一个，然后再创建。',
  pickOne: '请选择要删除的应用密码。',
  deleteAndGoOn: '删除并继续',
  whereToType: '请在应用要求密码时输入。',
  notCopied: '你尚未复制密码',
  notCopiedText: '关闭后将不会再次显示。',
  closeAnyway: '仍要关闭',
  deleteTitle: '是否删除此应用密码？',
  deleteText: '{{name}} 上的应用会在下次登录时停止工作。',
  deleteLastUsed: '上次使用时间是{{time}}。',
  deleteNeverUsed: '从未使用过。',
  noUndo: '此操作无法撤消。',
  deleted: '已删除应用密码',
  deletedText: '{{name}} 无法再使用此密码登录。',
  deleteAll: '删除所有应用密码',
  deleteAllTitle: '是否删除所有应用密码？',
  deleteAllText: '设备丢失时请执行此操作。你所有设备上的应用都会在下次登录时停止工作；将删除的应用密码：{{number}}。',
  deleteAllYes: '全部删除',
  allDeleted: '已删除所有应用密码',
  unavailable: {
    disabled_by_organization: {
      why: '你的组织不允许使用应用密码。',
      next: '你仍可删除现有的应用密码。如有需要，请咨询管理员。',
    },
    second_step_not_registered: {
      why: '设置其他安全验证后，才能使用应用密码。',
      next: '在此之前，应用会接受你的普通密码。',
    },
    managed_by_policy: {
      why: '你的第二个步骤由组织的策略控制，该策略不接受应用密码。',
      next: '你仍可删除现有的应用密码。请使用可以要求验证码的应用。',
    },
    modern_sign_in_only: {
      why: '此帐户只能与可以要求验证码的应用一起使用。',
      next: '你仍可删除现有的应用密码。若要使用较旧的应用，请咨询管理员。',
    },
    limit_reached: {
      why: '你的应用密码已达允许的上限。',
      next: '创建新密码时，你可以选择要删除的密码。',
    },
  },
}
