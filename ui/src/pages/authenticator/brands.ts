// Logos of issuers: a few dozen of Simple Icons (CC0), included in the build one by one. Nothing is downloaded while
// the app runs. The trademarks belong to their owners; a logo only shows the issuer of a code.

import { plain } from './search'

const files = import.meta.glob<string>(
  '/node_modules/simple-icons/icons/{1password,airbnb,akamai,apple,asana,atlassian,auth0,backblaze,binance,bitbucket,bitwarden,bluesky,cisco,cloudflare,codeberg,coinbase,dashlane,debian,digitalocean,discord,docker,dropbox,ea,ebay,epicgames,etsy,evernote,facebook,fedora,figma,firefox,forgejo,fortinet,gandi,gitea,github,gitlab,godaddy,google,grafana,hetzner,homeassistant,hubspot,icloud,instagram,jetbrains,jira,keepassxc,kickstarter,lastpass,linear,mailchimp,mastodon,mongodb,monzo,mozilla,n26,namecheap,netflix,netlify,nextcloud,nordvpn,notion,npm,okta,ovh,patreon,paypal,pinterest,playstation,proton,proxmox,pypi,reddit,redhat,revolut,roblox,rust,sentry,shopify,signal,snapchat,sourceforge,spotify,steam,stripe,synology,telegram,threads,tiktok,trello,tumblr,tuta,twitch,uber,ubisoft,ubuntu,unity,vercel,vmware,whatsapp,wikipedia,wise,wordpress,x,youtube,zoho,zoom}.svg',
  { query: '?raw', import: 'default', eager: true },
)

/** Other names that issuers use. */
const aliases: Record<string, string> = {
  amazonakamai: 'akamai',
  crates: 'rust',
  cratesio: 'rust',
  electronicarts: 'ea',
  epic: 'epicgames',
  eos: 'epicgames',
  googleaccount: 'google',
  googlecloud: 'google',
  linode: 'akamai',
  meta: 'facebook',
  ovhcloud: 'ovh',
  protonmail: 'proton',
  protonvpn: 'proton',
  psn: 'playstation',
  pythonpackageindex: 'pypi',
  sony: 'playstation',
  transferwise: 'wise',
  tutanota: 'tuta',
  twitter: 'x',
  valve: 'steam',
  wordpresscom: 'wordpress',
}

const paths = new Map<string, string>()
for (const [file, svg] of Object.entries(files)) {
  const slug = /([^/]+)\.svg$/.exec(file)?.[1]
  const path = / d="([^"]+)"/.exec(svg)?.[1]
  if (slug && path) paths.set(slug, path)
}

/** The number of logos. */
export const brandCount = paths.size

const letters = (text: string) => plain(text).replace(/[^a-z0-9]/g, '')

/** The outline of an issuer's logo in a square of 24, if there is one. `GitHub`, `github.com` and `GitHub (work)` have the same. */
export function brandOf(issuer: string): string | undefined {
  const [first = ''] = plain(issuer).trim().split(/[\s(:|/,–-]+/)
  const host = first.replace(/^www\./, '').replace(/\.(com|org|net|io|de|nl|co|app|dev|eu)$/, '')
  for (const name of [letters(issuer), letters(host)]) {
    const path = paths.get(aliases[name] ?? name)
    if (path && name !== '') return path
  }
  return undefined
}
